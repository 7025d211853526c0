/** Sums, means and extremes along axes, and running ones. */
import { axisOf } from '../../../shapes/axes';
import type { Dimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { explainReduction, reducedShape } from '../../../shapes/reduction';
import { FALSE, float, int, NONE, str, type Value } from '../../../values/value';
import { type OpDefinition, type OpMode, tensorOf, tupleOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import type { Operand } from '../../ops/operand';
import { axes, axisChoice, integer, optionalInteger, tensor, tensorOrNumber } from '../../ops/params';
import { anything, flag } from '../../params';
import { tensorflowOp } from './define';
import { dtype } from './dtypes';

/** What is left. An axis named twice is refused when it runs; a graph takes it once. */
function reduced(x: Operand, axis: readonly number[] | null, keepdims: boolean, mode: OpMode): readonly Dimension[] {
  if (axis === null) return reducedShape(x.shape, null, keepdims);
  const at = [...new Set(axis.map((one) => axisOf(one, x.rank)))];
  if (at.length < axis.length && mode === 'eager') {
    refuse('invalid-argument', 'an axis is named twice', { exception: 'InvalidArgumentError', parameter: 'axis' });
  }
  return reducedShape(x.shape, at, keepdims);
}

const same = (type: DType): DType => type;

interface Row {
  readonly name: string;
  readonly type?: (type: DType) => DType;
  /** Bools only. */
  readonly bools?: boolean;
}

const rows: readonly Row[] = [
  ...['sum', 'mean', 'max', 'min', 'prod', 'std', 'variance', 'logsumexp', 'euclidean_norm'].map((name) => ({
    name: `reduce_${name}`,
  })),
  { name: 'reduce_any', bools: true },
  { name: 'reduce_all', bools: true },
];

/** Those that have a name at the root, too. */
const AT_ROOT = /reduce_(sum|mean|max|min|prod|logsumexp|any|all)$/;

function reduction({ name, type = same, bools = false }: Row): OpDefinition {
  return tensorflowOp({
    name: `math.${name}`,
    aliases: AT_ROOT.test(name) ? [name] : [],
    summary: `\`tf.${name}\` along some axes.`,
    params: { input_tensor: tensorOrNumber({ lists: true }), axis: axes(), keepdims: flag(false) },
    output: ({ args: { input_tensor: x, axis, keepdims }, callee, mode }) => {
      if (bools && x.dtype !== 'bool' && x.dtype !== '?') {
        refuse('incompatible-dtypes', `${callee} takes bools, not ${x.dtype}`, { exception: 'TypeError' });
      }
      return tensorOf(reduced(x, axis, keepdims, mode), type(x.dtype));
    },
    explain: ({ args: { input_tensor: x, axis } }) => explainReduction(x.shape, axis),
    elements: ({ args: { input_tensor: x, axis, keepdims } }) => {
      const data = x.tensor?.data;
      if (name !== 'reduce_prod' || !data || axis !== null || keepdims) return null;
      const numbers = data.filter((one): one is number => typeof one === 'number');
      return numbers.length === data.length ? [numbers.reduce((a, b) => a * b, 1)] : null;
    },
  });
}

const countNonzero = tensorflowOp({
  name: 'math.count_nonzero',
  summary: 'Number of elements along some axes that are not zero.',
  params: { input: tensorOrNumber({ lists: true }), axis: axes(), keepdims: flag(false), dtype: dtype(str('int64')) },
  output: ({ args: { input, axis, keepdims, dtype }, mode }) =>
    tensorOf(reduced(input, axis, keepdims, mode), dtype ?? 'int64'),
});

function position(name: string): OpDefinition {
  return tensorflowOp({
    name: `math.${name}`,
    aliases: [name],
    summary: `Where the ${name === 'argmax' ? 'largest' : 'smallest'} element along an axis is.`,
    params: { input: tensorOrNumber({ lists: true }), axis: optionalInteger(), output_type: dtype(str('int64')) },
    output: ({ args: { input, axis, output_type: type }, mode }) => {
      // In a graph the axis of a vector is not looked at.
      const all = mode !== 'eager' && input.rank < 2;
      return tensorOf(all ? [] : reduced(input, [axis ?? 0], false, mode), type ?? 'int64');
    },
    explain: ({ args: { input, axis } }) => explainReduction(input.shape, [axis ?? 0]),
  });
}

function running(name: string): OpDefinition {
  return tensorflowOp({
    name: `math.${name}`,
    aliases: name === 'cumsum' ? [name] : [],
    summary: `Running ${name === 'cumsum' ? 'sum' : 'product'} along an axis.`,
    params: { x: tensorOrNumber({ lists: true }), axis: integer(0), exclusive: other(FALSE), reverse: other(FALSE) },
    output: ({ args: { x, axis }, mode }) => {
      if (mode === 'eager') axisOf(axis, x.rank);
      return tensorOf(x.anyShape, x.dtype);
    },
  });
}

/** Functions along an axis that keep the shape. */
function along(
  name: string,
  aliases: readonly string[],
  first: string,
  defaultAxis: Value,
  more: Readonly<Record<string, Value>>,
): OpDefinition {
  return tensorflowOp({
    name,
    aliases,
    nameless: 'name' in more,
    summary: `\`tf.${name}\` along an axis.`,
    params: {
      [first]: tensor(),
      axis: axes(defaultAxis),
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)])),
    } as never,
    output: ({ args }) => {
      const { axis, [first]: x } = args as { axis: readonly number[] | null; [name: string]: unknown };
      const operand = x as Operand;
      if (axis !== null) for (const one of axis) axisOf(one, operand.rank);
      return tensorOf(operand.shape, operand.dtype);
    },
  });
}

function sorted(name: string, type: (x: Operand) => DType, more: Readonly<Record<string, Value>>): OpDefinition {
  return tensorflowOp({
    name,
    summary: `\`tf.${name}\` along an axis.`,
    params: {
      values: tensorOrNumber({ lists: true }),
      axis: integer(-1),
      direction: other(str('ASCENDING')),
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)])),
    },
    output: ({ args: { values, axis } }) => {
      axisOf(axis, values.rank);
      return tensorOf(values.shape, type(values));
    },
  });
}

const norm = tensorflowOp({
  name: 'norm',
  aliases: ['linalg.norm'],
  summary: 'Norm of vectors or matrices.',
  params: {
    tensor: tensorOrNumber({ lists: true }),
    ord: anything(str('euclidean')),
    axis: axisChoice(),
    keepdims: flag(false),
  },
  output: ({ args: { tensor: x, axis, keepdims }, mode }) =>
    tensorOf(reduced(x, axis?.axes ?? null, keepdims, mode), x.dtype),
  explain: ({ args: { tensor: x, axis } }) => explainReduction(x.shape, axis?.axes ?? null),
});

const moments = tensorflowOp({
  name: 'nn.moments',
  summary: 'Mean and variance along some axes.',
  params: { x: tensor(), axes: axes(null), shift: other(), keepdims: flag(false) },
  output: ({ args: { x, axes: axis, keepdims }, mode }) => {
    const one = tensorOf(reduced(x, axis, keepdims, mode), x.dtype);
    return tupleOf(one, one);
  },
});

export const reductions: readonly OpDefinition[] = [
  ...rows.map(reduction),
  countNonzero,
  position('argmax'),
  position('argmin'),
  running('cumsum'),
  running('cumprod'),
  running('cumulative_logsumexp'),
  along('nn.softmax', ['math.softmax'], 'logits', int(-1), {}),
  along('nn.log_softmax', ['math.log_softmax'], 'logits', int(-1), {}),
  along('math.l2_normalize', ['nn.l2_normalize', 'linalg.l2_normalize'], 'x', NONE, {
    epsilon: float(1e-12),
    name: NONE,
    dim: NONE,
  }),
  sorted('sort', (x) => x.dtype, {}),
  sorted('argsort', () => 'int32', { stable: FALSE }),
  norm,
  moments,
];
