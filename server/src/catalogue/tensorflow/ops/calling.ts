/** Functions of TensorFlow that call functions of the program. */
import { flatten, mapStructure } from '../../../graph/structure';
import { type Dimension, isDynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import { ShapeProblem } from '../../../shapes/problem';
import { hasRank } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import { type TensorLibrary, TensorValue } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import type { OpCall, OpDefinition } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { type Operand, operandOf } from '../../ops/operand';
import { anything } from '../../params';
import { tensorflowOp } from './define';

type Mapping = { readonly fn: Value; readonly elems: Value };

/** What a function makes of each row, laid along the first axis; of structures of tensors, each one's rows together. */
export function mapped({ args: { fn, elems }, callee, context, mode }: OpCall<Mapping>): Value {
  const leaves = flatten(elems);
  const open = leaves.find(({ kind }) => kind === 'unknown');
  if (open) return open;
  const operands = leaves.map((leaf) => operandOf(leaf));
  if (operands.some((operand) => operand?.isSymbolic)) {
    const message = `${callee} takes no Keras tensor: put it into a \`Lambda\` layer`;
    throw new ShapeProblem('invalid-input', message, 'TypeError', 'elems', undefined);
  }
  if (operands.length === 0 || operands.some((operand) => !operand)) {
    return context.unknown(`what ${callee} goes through is not followed`);
  }
  if (operands.some((operand) => operand?.tensor?.sparse || operand?.tensor?.ragged)) {
    return context.unknown(`what ${callee} does with sparse and ragged tensors is not followed`);
  }
  const counts = operands.map((operand) => operand?.shape[0]);
  if (counts.includes(undefined)) {
    throw new ShapeProblem('wrong-rank', 'a scalar has no rows', 'ValueError', 'elems', undefined);
  }
  const count = counts.find((size) => isKnown(size as Dimension)) ?? counts[0];
  const origin = { library: 'tensorflow' as TensorLibrary, symbolic: mode === 'graph' };
  let at = 0;
  const rows = mapStructure(elems, () => {
    const { shape, dtype } = operands[at++] as Operand;
    return new TensorValue({ ...origin, shape: shape.slice(1), dtype });
  });
  const made = context.call(fn, args([rows]));
  return mapStructure(made, (leaf) => {
    if (leaf.kind === 'unknown') return leaf;
    if (leaf.kind !== 'tensor') return context.unknown(`what the function of ${callee} gives is not followed`);
    if (leaf.sparse || leaf.ragged) return context.unknown(`sparse and ragged results of ${callee} are not followed`);
    if (!hasRank(leaf.shape)) return leaf;
    // Only a graph has sizes that are open: what runs has some.
    const open = unknownDimension({ text: `it depends on what ${callee} is given` });
    const sizes = leaf.shape.map((size) => (mode === 'graph' || !isDynamic(size) ? size : open));
    return new TensorValue({ ...origin, shape: [count as Dimension, ...sizes], dtype: leaf.dtype });
  });
}

function mapping(name: string, more: readonly string[]): OpDefinition {
  return tensorflowOp({
    name,
    summary: 'A function for each element of the first axis.',
    params: {
      fn: anything(null),
      elems: anything(null),
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
  return mapStructure(value, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const { library, symbolic, shape } = leaf;
    return new TensorValue({ library, symbolic, shape, dtype: '?' });
  });
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
