/** Tensors in other shapes: reshaped, joined, split, repeated, padded. */
import { axesOf, axisOf } from '../../../shapes/axes';
import { padded } from '../../../shapes/borders';
import {
  type Dimension,
  dynamic,
  isDynamic,
  isKnown,
  multiply,
  surelyDiffer,
  unknownDimension,
} from '../../../shapes/dimension';
import { repeatedShape, tiled } from '../../../shapes/gathering';
import {
  inferredReshape,
  inferredSqueeze,
  mergedConcatenation,
  mergedStack,
  splitSizes,
} from '../../../shapes/inference';
import { explainConcatenated, explainSplit, splitEvenly } from '../../../shapes/joining';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { explainReshape, type Target } from '../../../shapes/reshape';
import { formatShape, hasRank, type Shape, unknownOfRank, unknownShape } from '../../../shapes/shape';
import { transposed } from '../../../shapes/transposition';
import { int, str, tuple, type Value } from '../../../values/value';
import { listOf, type OpDefinition, type OpMode, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { elementsOf, NotKnown, type Operand } from '../../ops/operand';
import {
  axes,
  integer,
  integerList,
  type OpParam,
  optionalInteger,
  optionalSize,
  readShape,
  sizes,
  tensorOrNumber,
  tensors,
} from '../../ops/params';
import { expanded, targetOf } from '../../ops/shaping/reshaping';
import { anything, describe, integerOf, sequenceItems } from '../../params';
import { ShapePayload } from '../tensor-shape';
import { sharedType, tensorflowOp } from './define';
import { dtype } from './dtypes';

const any = () => tensorOrNumber({ lists: true });

/** A shape as TensorFlow takes it: no None in a list. `single`: one int too. */
export function tensorflowShape(single = false): OpParam<Shape> {
  return {
    default: null,
    read: (value, context) => {
      const items = sequenceItems(value);
      if (items?.some((item) => item.kind === 'None')) {
        return refuse(
          'invalid-argument',
          `\`${context.parameter}\` of ${context.callee} must not hold None: take -1, or \`tf.shape\``,
          {
            parameter: context.parameter,
          },
        );
      }
      if (value.kind === 'instance' && value.payload instanceof ShapePayload) {
        const { shape } = value.payload;
        if (hasRank(shape) && shape.some(isDynamic)) {
          return refuse(
            'invalid-argument',
            `\`${context.parameter}\` of ${context.callee} is ${formatShape(shape)}, whose sizes are not all known: take \`tf.shape\``,
            { parameter: context.parameter },
          );
        }
      }
      return { value: readShape(value, context, single) };
    },
  };
}

/** A graph takes more than one -1, and leaves them open. */
function tensorflowTarget(sizes: readonly Dimension[], mode: OpMode): readonly Target[] {
  const several = sizes.filter((size) => size === -1).length > 1;
  if (!several || mode === 'eager') return targetOf(sizes, 'shape');
  return sizes.map((size) => (size === -1 ? dynamic() : size));
}

/** A shape, which may be one bare int where it runs. */
const reshapedTo: OpParam<{ readonly shape: Shape; readonly bare: boolean }> = {
  default: null,
  read: (value, context) => {
    const read = tensorflowShape(true).read(value, context);
    return 'value' in read ? { value: { shape: read.value, bare: integerOf(value) !== undefined } } : read;
  },
};

const reshape = tensorflowOp({
  name: 'reshape',
  summary: 'The same elements in another shape.',
  params: { tensor: any(), shape: reshapedTo },
  output: ({ args: { tensor: x, shape: to }, mode, callee }) => {
    const { shape, bare } = to;
    if (bare && mode !== 'eager') {
      refuse('invalid-argument', `\`shape\` of ${callee} must be a list, not a number`, { parameter: 'shape' });
    }
    if (!hasRank(shape)) throw new NotKnown(shape.reason);
    const target = tensorflowTarget(shape, mode);
    if (!hasRank(x.anyShape)) {
      const { reason } = x.anyShape;
      return tensorOf(
        target.map((size) => (size === 'rest' ? unknownDimension(reason) : size)),
        x.dtype,
      );
    }
    return tensorOf(inferredReshape(x.shape, target, { parameter: 'shape' }), x.dtype);
  },
  explain: ({
    args: {
      tensor: x,
      shape: { shape },
    },
  }) => (hasRank(shape) ? explainReshape(x.shape, targetOf(shape, 'shape')) : []),
  elements: ({ args: { tensor: x } }) => elementsOf(x),
});

const transpose = tensorflowOp({
  name: 'transpose',
  summary: 'Axes in another order; reversed where none is given.',
  params: { a: any(), perm: axes(), conjugate: other({ kind: 'bool', value: false }) },
  output: ({ args: { a, perm }, mode }) => {
    // A graph takes an axis twice.
    if (mode !== 'eager' && perm?.length === a.rank && new Set(perm).size < perm.length) {
      return tensorOf(
        axesOf(perm, a.rank, 'perm').map((axis) => a.shape[axis] as Dimension),
        a.dtype,
      );
    }
    return tensorOf(transposed(a.shape, perm), a.dtype);
  },
});

/** An int, or a list of one. */
const oneAxis: OpParam<number> = {
  default: null,
  read: (value, context) => {
    const items = sequenceItems(value);
    return integer().read(items?.length === 1 ? (items[0] as Value) : value, context);
  },
};

const expandDims = tensorflowOp({
  name: 'expand_dims',
  summary: 'A new axis of size 1.',
  params: { input: any(), axis: oneAxis },
  output: ({ args: { input, axis } }) => tensorOf(expanded(input.shape, [axis]), input.dtype),
  elements: ({ args: { input } }) => elementsOf(input),
});

const squeeze = tensorflowOp({
  name: 'squeeze',
  summary: 'Axes of size 1 taken away.',
  params: { input: any(), axis: axes() },
  output: ({ args: { input, axis } }) => {
    const found = inferredSqueeze(input.shape, axis);
    return tensorOf(found ?? unknownShape({ text: 'sizes that only a run tells may be 1' }), input.dtype);
  },
  elements: ({ args: { input } }) => elementsOf(input),
});

const shapesOf = (operands: readonly Operand[]) => operands.map((one) => one.shape);

/** A list of tensors; one by itself stands for a list of it. */
const oneOrMore: OpParam<readonly Operand[]> = {
  ...tensors(),
  read: (value, context) => tensors().read(value.kind === 'tensor' ? tuple([value]) : value, context),
};

const concat = tensorflowOp({
  name: 'concat',
  summary: 'Tensors joined along one of their axes.',
  params: { values: oneOrMore, axis: integer() },
  output: ({ args: { values, axis }, callee }) => {
    const [only, ...more] = values;
    // One tensor is passed on, whatever the axis.
    if (only && more.length === 0) return tensorOf(only.anyShape, only.dtype);
    return tensorOf(mergedConcatenation(shapesOf(values), axis, { parameter: 'values' }), sharedType(values, callee));
  },
  explain: ({ args: { values, axis } }) => explainConcatenated(shapesOf(values), axis),
  elements: ({ args: { values, axis } }) => {
    const parts = values.map((one) => elementsOf(one));
    if (axis !== 0 || values.some((one) => one.rank !== 1)) return null;
    return parts.every((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
  },
});

const stack = tensorflowOp({
  name: 'stack',
  summary: 'Tensors of one shape laid along a new axis.',
  params: { values: tensors(), axis: integer(0) },
  output: ({ args: { values, axis }, callee }) =>
    tensorOf(mergedStack(shapesOf(values), axis, { parameter: 'values' }), sharedType(values, callee)),
  elements: ({ args: { values } }) => {
    const parts = values.map((one) => elementsOf(one));
    if (values.some((one) => one.rank !== 0)) return null;
    return parts.every((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
  },
});

const unstack = tensorflowOp({
  name: 'unstack',
  summary: 'One tensor for each place of an axis.',
  params: { value: any(), num: optionalSize(), axis: integer(0) },
  output: ({ args: { value, num, axis } }) => {
    const at = axisOf(axis, value.rank);
    const own = value.shape[at] as Dimension;
    const count = num ?? own;
    if (isDynamic(count)) {
      return refuse('invalid-argument', `axis ${at} of ${formatShape(value.shape)} is None: \`num\` must be given`, {
        parameter: 'num',
      });
    }
    if (!isKnown(count)) throw new NotKnown(count.reason);
    if (isKnown(own) && own !== count) {
      refuse('incompatible-shapes', `axis ${at} has ${own}, not ${count}`, { parameter: 'num' });
    }
    const one = tensorOf([...value.shape.slice(0, at), ...value.shape.slice(at + 1)], value.dtype);
    return listOf(Array.from({ length: count }, () => one));
  },
});

type Parts = number | readonly Dimension[];

const parts: OpParam<Parts> = {
  default: null,
  read: (value, context) => {
    if (value.kind === 'int' || value.kind === 'bool') return { value: Number(value.value) };
    if (value.kind === 'tensor' && !value.data) throw new NotKnown({ text: 'the sizes are the value of a tensor' });
    if (value.kind === 'tensor' && Array.isArray(value.shape) && value.shape.length === 0) {
      const [only] = value.data ?? [];
      if (typeof only === 'number') return { value: only };
    }
    if (value.kind === 'tensor') {
      const read = readShape(value, context, true);
      if (!hasRank(read)) throw new NotKnown(read.reason);
      return { value: read };
    }
    return sizes().read(value, context);
  },
};

const split = tensorflowOp({
  name: 'split',
  summary: 'Split into equal parts, or into sizes.',
  params: { value: any(), num_or_size_splits: parts, axis: integer(0), num: other() },
  output: ({ args: { value, num_or_size_splits: into, axis } }) => {
    const failing = { parameter: 'num_or_size_splits' };
    const shapes =
      typeof into === 'number'
        ? splitEvenly(value.shape, into, axis, failing)
        : splitSizes(value.shape, into, axis, failing);
    return listOf(shapes.map((shape) => tensorOf(shape, value.dtype)));
  },
  elements: ({ args: { value } }) => (value.rank === 1 ? elementsOf(value, true) : null),
  explain: ({ args: { value, num_or_size_splits: into, axis } }) =>
    typeof into === 'number' ? explainSplit(value.shape, into, axis) : [],
});

const tile = tensorflowOp({
  name: 'tile',
  summary: 'The whole tensor repeated along its axes.',
  params: { input: any(), multiples: tensorflowShape() },
  output: ({ args: { input, multiples } }) => {
    if (!hasRank(multiples))
      return tensorOf(
        input.shape.map(() => unknownDimension(multiples.reason)),
        input.dtype,
      );
    if (multiples.length !== input.rank) {
      refuse(
        'wrong-rank',
        `${multiples.length} multiples are given for the ${input.rank} axes of ${formatShape(input.shape)}`,
        {
          parameter: 'multiples',
        },
      );
    }
    return tensorOf(tiled(input.shape, multiples), input.dtype);
  },
});

const repeat = tensorflowOp({
  name: 'repeat',
  summary: 'Each element repeated along an axis.',
  params: { input: any(), repeats: sizes(), axis: optionalInteger() },
  output: ({ args: { input, repeats, axis } }) => {
    if (axis !== null) axisOf(axis, input.rank);
    return tensorOf(repeatedShape(input.shape, repeats, axis, dynamic()), input.dtype);
  },
});

const broadcastTo = tensorflowOp({
  name: 'broadcast_to',
  summary: 'Repeated along axes of size 1 up to a shape.',
  params: { input: any(), shape: tensorflowShape() },
  output: ({ args: { input, shape } }) => {
    if (!hasRank(shape)) throw new NotKnown(shape.reason);
    if (shape.length < input.rank) {
      refuse('wrong-rank', `${formatShape(input.shape)} has more axes than ${formatShape(shape)}`, {
        parameter: 'shape',
      });
    }
    broadcast(input.shape, shape, { parameter: 'shape' });
    return tensorOf(shape, input.dtype);
  },
});

/** Pairs of numbers for each axis, as a list or as a tensor of them; null where they are not known. */
const paddings: OpParam<readonly (readonly [Dimension, Dimension])[] | null> = {
  default: null,
  read: (value, context) => {
    if (value.kind === 'unknown') return { value: null };
    if (value.kind === 'tensor') {
      const { data } = value;
      if (!data?.every((one): one is number => typeof one === 'number')) return { value: null };
      return { value: pairs(data) };
    }
    const rows = sequenceItems(value);
    if (!rows) return noPairs(value, context.parameter);
    const found: (readonly [Dimension, Dimension])[] = [];
    for (const row of rows) {
      if (row.kind === 'unknown' || row.kind === 'tensor') return { value: null };
      const read = sequenceItems(row) && sizes().read(row, context);
      if (!read || !('value' in read) || !Array.isArray(read.value) || read.value.length !== 2)
        return noPairs(value, context.parameter);
      found.push([read.value[0], read.value[1]]);
    }
    return { value: found };
  },
};

function pairs(numbers: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const);
}

function noPairs(value: Value, parameter: string): never {
  return refuse(
    'invalid-argument',
    `\`${parameter}\` must be a pair of numbers for each axis, not ${describe(value)}`,
    {
      parameter,
    },
  );
}

const pad = tensorflowOp({
  name: 'pad',
  summary: 'Elements added before and behind each axis.',
  params: { tensor: any(), paddings, mode: other(str('CONSTANT')), constant_values: other(int(0)) },
  output: ({ args: { tensor: x, paddings: borders } }) => {
    if (!borders) return tensorOf(unknownOfRank(x.rank, { text: 'the paddings are not known' }), x.dtype);
    if (borders.length !== x.rank) {
      refuse('wrong-rank', `${borders.length} pairs are given for the ${x.rank} axes of ${formatShape(x.shape)}`, {
        parameter: 'paddings',
        facts: { rank: x.rank, pairs: borders.length },
      });
    }
    return tensorOf(padded(x.shape, borders), x.dtype);
  },
});

const reverse = tensorflowOp({
  name: 'reverse',
  summary: 'Elements in reverse order along some axes.',
  params: { tensor: any(), axis: integerList() },
  output: ({ args: { tensor: x, axis } }) => {
    axesOf(axis, x.rank);
    return tensorOf(x.shape, x.dtype);
  },
});

const roll = tensorflowOp({
  name: 'roll',
  summary: 'Elements moved along some axes.',
  params: { input: any(), shift: other(null), axis: integerList() },
  output: ({ args: { input, axis }, mode }) => {
    if (mode === 'eager') axesOf(axis, input.rank);
    return tensorOf(input.shape, input.dtype);
  },
});

const ensureShape = tensorflowOp({
  name: 'ensure_shape',
  summary: 'The tensor, whose shape must be as given.',
  params: {
    x: any(),
    shape: { default: null, read: (value, context) => ({ value: readShape(value, context, false) }) } as OpParam<Shape>,
  },
  output: ({ args: { x, shape } }) => {
    if (!hasRank(shape) || !hasRank(x.anyShape)) return tensorOf(hasRank(shape) ? shape : x.anyShape, x.dtype);
    const own = x.shape;
    const differs = own.length !== shape.length || own.some((size, i) => surelyDiffer(size, shape[i] as Dimension));
    if (differs) {
      refuse('incompatible-shapes', `the tensor is ${formatShape(own)}, and is asked to be ${formatShape(shape)}`, {
        parameter: 'shape',
        facts: { expected: formatShape(shape), actual: formatShape(own) },
      });
    }
    return tensorOf(
      shape.map((size, i) => (isKnown(size) ? size : (own[i] ?? size))),
      x.dtype,
    );
  },
});

/** `tf.meshgrid` */
const meshgrid = tensorflowOp({
  name: 'meshgrid',
  summary: 'Coordinates of a grid, one tensor for each axis.',
  params: {
    args: { ...tensors(), kind: 'var-positional' } as OpParam<readonly Operand[]>,
    indexing: { ...anything(str('xy')), kind: 'keyword' },
  },
  output: ({ args: { args: given, indexing } }) => {
    const counts = given.map((one) => one.shape.reduce<Dimension>(multiply, 1));
    const [first, second, ...rest] = counts;
    const turned = indexing.kind === 'str' && indexing.value === 'ij';
    const found = turned || first === undefined || second === undefined ? counts : [second, first, ...rest];
    return listOf(given.map((one) => tensorOf(found, one.dtype)));
  },
});

const sequenceMask = tensorflowOp({
  name: 'sequence_mask',
  summary: 'Masks of sequences by their lengths.',
  params: { lengths: any(), maxlen: optionalSize(), dtype: dtype(str('bool')) },
  output: ({ args: { lengths, maxlen, dtype }, mode }) => {
    const longest = maxlen ?? (mode === 'graph' ? dynamic() : unknownDimension({ text: 'the longest length decides' }));
    return tensorOf([...lengths.shape, longest], dtype ?? 'bool');
  },
});

export const shaping: readonly OpDefinition[] = [
  reshape,
  transpose,
  expandDims,
  squeeze,
  concat,
  stack,
  unstack,
  split,
  tile,
  repeat,
  broadcastTo,
  pad,
  reverse,
  roll,
  ensureShape,
  meshgrid,
  sequenceMask,
];
