/** Functions of TensorFlow that call functions of the program. */
import type { Dimension } from '../../../shapes/dimension';
import { ShapeProblem } from '../../../shapes/problem';
import { args } from '../../../values/arguments';
import { type TensorLibrary, TensorValue } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import type { OpCall, OpDefinition } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import type { Operand } from '../../ops/operand';
import { tensorOrNumber } from '../../ops/params';
import { anything } from '../../params';
import { tensorflowOp } from './define';

type Mapping = { readonly fn: Value; readonly elems: Operand };

/** What a function makes of each row, laid along the first axis. */
export function mapped({ args: { fn, elems }, callee, context, mode }: OpCall<Mapping>): Value {
  if (elems.isSymbolic) {
    const message = `${callee} takes no Keras tensor: put it into a \`Lambda\` layer`;
    throw new ShapeProblem('invalid-input', message, 'TypeError', 'elems', undefined);
  }
  const [count, ...row] = elems.shape;
  if (count === undefined) {
    throw new ShapeProblem('wrong-rank', 'a scalar has no rows', 'ValueError', 'elems', undefined);
  }
  const origin = { library: 'tensorflow' as TensorLibrary, symbolic: mode === 'graph' };
  const made = context.call(fn, args([new TensorValue({ ...origin, shape: row, dtype: elems.dtype })]));
  if (made.kind !== 'tensor') return context.unknown(`what the function of ${callee} gives is not followed`);
  if (!Array.isArray(made.shape)) return made;
  return new TensorValue({ ...origin, shape: [count as Dimension, ...made.shape], dtype: made.dtype });
}

function mapping(name: string, more: readonly string[]): OpDefinition {
  return tensorflowOp({
    name,
    summary: 'A function for each element of the first axis.',
    params: {
      fn: anything(null),
      elems: tensorOrNumber({ lists: true }),
      ...Object.fromEntries(more.map((one) => [one, other()])),
    } as never,
    symbolicBy: [],
    output: () => [],
    evaluate: (call) => {
      const question = call as unknown as OpCall<Mapping & { readonly fn_output_signature?: null }>;
      return question.written('dtype') || question.written('fn_output_signature')
        ? retyped(mapped(question))
        : mapped(question);
    },
  });
}

/** The element type is what the call says. */
function retyped(value: Value): Value {
  if (value.kind !== 'tensor') return value;
  const { library, symbolic, shape } = value;
  return new TensorValue({ library, symbolic, shape, dtype: '?' });
}

export const calling: readonly OpDefinition[] = [
  mapping('map_fn', [
    'dtype',
    'parallel_iterations',
    'back_prop',
    'swap_memory',
    'infer_shape',
    'name',
    'fn_output_signature',
  ]),
  mapping('vectorized_map', ['fallback_to_while_loop', 'warn']),
];
