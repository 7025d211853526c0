/** `_unknown`: how the standard modules written in Python say that they cannot know, and ask what is known. */
import { bool, isUnknownValue, type Value } from '../../values/value';
import { native } from '../builtins/define';
import { interpreterOf } from '../context';
import { declareModule } from './module';

export function unknownModule() {
  return declareModule('_unknown', [
    [
      'because',
      native('because(text)', (context, text: Value) =>
        context.unknown(text.kind === 'str' ? text.value : 'it is not followed'),
      ),
    ],
    [
      'is_standard',
      native('is_standard(function)', (context, value: Value) =>
        bool(value.kind === 'function' && interpreterOf(context).isStandard(value)),
      ),
    ],
    [
      'is_unknown',
      native('is_unknown(value)', (_context, value: Value) => bool(isUnknownValue(value)), { unknowns: 'pass' }),
    ],
  ]);
}
