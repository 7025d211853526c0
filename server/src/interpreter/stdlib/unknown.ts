/** `_unknown`: how the standard modules written in Python say that they cannot know, and ask what is known. */
import { args, type ParameterKind } from '../../values/arguments';
import { bool, int, isUnknownValue, NONE, str, tuple, type Value } from '../../values/value';
import { dictOfNamespace } from '../builtins/attribute-dict';
import { isOfCommandLine } from '../builtins/command-line';
import { native } from '../builtins/define';
import { interpreterOf } from '../context';
import { declareModule } from './module';

/** In the order of `inspect`'s numbers. */
const KINDS: readonly ParameterKind[] = [
  'positional-only',
  'positional',
  'var-positional',
  'keyword-only',
  'var-keyword',
];

export function unknownModule() {
  return declareModule('_unknown', [
    [
      'because',
      native('because(text)', (context, text: Value) =>
        context.unknown(text.kind === 'str' ? text.value : 'it is not followed'),
      ),
    ],
    [
      'is_command_line',
      native('is_command_line(value)', (_context, value: Value) =>
        bool(value.kind === 'list' && isOfCommandLine(value)),
      ),
    ],
    [
      'is_standard',
      native('is_standard(function)', (context, value: Value) =>
        bool(value.kind === 'function' && interpreterOf(context).isStandard(value)),
      ),
    ],
    [
      'parameters',
      native('parameters(function)', (context, value: Value) => {
        const shown = value.kind === 'native' ? value.inspected?.(context.generation) : undefined;
        if (!shown) return NONE;
        return tuple(
          shown.parameters.map(({ name, kind, default: given }) =>
            tuple([str(name), int(KINDS.indexOf(kind)), ...(given === null ? [] : [given])]),
          ),
        );
      }),
    ],
    [
      'each',
      native(
        'each(value, function)',
        (context, value: Value, act: Value) => {
          const once = (one: Value) => context.call(act, args([one]));
          return isUnknownValue(value) ? interpreterOf(context).onEach(value, once) : once(value);
        },
        { unknowns: 'pass' },
      ),
    ],
    [
      'names_of',
      native('names_of(module)', (context, module: Value) => {
        const namespace = module.kind === 'str' ? interpreterOf(context).namespaceOf(module.value) : undefined;
        return namespace ? dictOfNamespace(namespace) : context.unknown('the names of the module are not followed');
      }),
    ],
    [
      'is_unknown',
      native('is_unknown(value)', (_context, value: Value) => bool(isUnknownValue(value)), { unknowns: 'pass' }),
    ],
  ]);
}
