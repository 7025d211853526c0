/** Elements by index, masks, and where things are. */

import { axisOf, inserted } from '../../../shapes/axes';
import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  product,
  surelyDiffer,
  unknownDimension,
} from '../../../shapes/dimension';
import { explainTaken } from '../../../shapes/gathering';
import { gathered, gatheredNd, masked } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcastAll } from '../../../shapes/products';
import { formatShape, hasRank } from '../../../shapes/shape';
import { type SubscriptItem, sizedSlice, subscriptShape } from '../../../shapes/slicing';
import { NONE } from '../../../values/value';
import { type OpDefinition, type OpMode, tensorOf, tupleOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { NotKnown, type Operand } from '../../ops/operand';
import { integer, type OpParam, optionalInteger, size, sizes, tensorOrNumber } from '../../ops/params';
import { orNone } from '../../params';
import { sharedType, tensorflowOp } from './define';
import { dtype } from './dtypes';
import { tensorflowShape } from './shaping';

const any = () => tensorOrNumber({ lists: true });

/** How many there are depends on the data: a `None` in a graph. */
export function countInRun(mode: OpMode): Dimension {
  return mode === 'graph' ? dynamic() : unknownDimension({ text: 'how many there are depends on the data' });
}

function needInts(x: Operand, callee: string, parameter: string): void {
  if (x.dtype === '?' || /^u?int/.test(x.dtype)) return;
  refuse('incompatible-dtypes', `\`${parameter}\` of ${callee} must be ints, not ${x.dtype}`, {
    exception: 'TypeError',
    parameter,
  });
}

const gather = tensorflowOp({
  name: 'gather',
  summary: 'Elements by index along an axis.',
  params: {
    params: any(),
    indices: any(),
    validate_indices: other(),
    axis: optionalInteger(),
    batch_dims: integer(0),
  },
  output: ({ args: { params: x, indices, axis, batch_dims: batch }, callee }) => {
    needInts(indices, callee, 'indices');
    const at = axis ?? (batch < 0 ? batch + indices.rank : batch);
    return tensorOf(gathered(x.shape, indices.shape, at, batch), x.dtype);
  },
  explain: ({ args: { params: x, indices, axis, batch_dims: batch } }) =>
    batch === 0 ? explainTaken(x.shape, indices.shape, axis ?? 0) : [],
});

const embeddingLookup = tensorflowOp({
  name: 'nn.embedding_lookup',
  summary: 'Rows of a table by number.',
  params: { params: any(), ids: any(), max_norm: other() },
  output: ({ args: { params: x, ids } }) => tensorOf(gathered(x.shape, ids.shape, 0, 0), x.dtype),
});

const gatherNd = tensorflowOp({
  name: 'gather_nd',
  summary: 'Elements by an index over several axes.',
  nameless: true,
  params: { params: any(), indices: any(), batch_dims: integer(0), name: other(), bad_indices_policy: other() },
  output: ({ args: { params: x, indices, batch_dims: batch }, callee }) => {
    needInts(indices, callee, 'indices');
    return tensorOf(gatheredNd(x.shape, indices.shape, batch), x.dtype);
  },
});

const scatterNd = tensorflowOp({
  name: 'scatter_nd',
  summary: 'Values placed into zeros.',
  nameless: true,
  params: { indices: any(), updates: any(), shape: tensorflowShape(), bad_indices_policy: other(), name: other() },
  output: ({ args: { indices, updates, shape } }) => {
    if (hasRank(shape)) checkUpdates(shape, indices, updates);
    return tensorOf(shape, updates.dtype);
  },
});

/** Updates have the indices' leading axes, and those of the tensor that no index names. */
function checkUpdates(shape: readonly Dimension[], indices: Operand, updates: Operand): void {
  const depth = indices.shape.at(-1);
  if (depth === undefined || !isKnown(depth)) return;
  if (depth > shape.length) {
    refuse('wrong-rank', `the indices name ${depth} axes, and ${formatShape(shape)} has ${shape.length}`, {
      parameter: 'indices',
    });
  }
  const wanted = [...indices.shape.slice(0, -1), ...shape.slice(depth)];
  const fits =
    wanted.length === updates.rank && wanted.every((one, i) => !surelyDiffer(one, updates.shape[i] as Dimension));
  if (fits) return;
  refuse(
    'incompatible-shapes',
    `the updates must have the shape ${formatShape(wanted)}, and have ${formatShape(updates.shape)}`,
    {
      parameter: 'updates',
    },
  );
}

function scatterInto(name: string): OpDefinition {
  return tensorflowOp({
    name,
    summary: 'The tensor with elements replaced or changed.',
    nameless: true,
    params: { tensor: any(), indices: any(), updates: any(), bad_indices_policy: other(), name: other() },
    output: ({ args: { tensor: x, indices, updates } }) => {
      checkUpdates(x.shape, indices, updates);
      return tensorOf(x.shape, x.dtype);
    },
  });
}

const oneHot = tensorflowOp({
  name: 'one_hot',
  summary: 'A one at the index of each class, on a new axis.',
  params: {
    indices: any(),
    depth: size(),
    on_value: orNone(any()),
    off_value: orNone(any()),
    axis: optionalInteger(),
    dtype: dtype(),
  },
  output: ({ args: { indices, depth, on_value: on, off_value: off, axis, dtype }, callee, mode }) => {
    needInts(indices, callee, 'indices');
    const type = dtype ?? on?.dtype ?? off?.dtype ?? 'float32';
    if (!on && !off && type === 'bool') {
      refuse('incompatible-dtypes', 'one_hot needs `on_value` and `off_value` for bools', { exception: 'TypeError' });
    }
    const at = axis ?? -1;
    if (at < -1) refuse('axis-out-of-range', `axis must be -1 or more, not ${at}`, { parameter: 'axis' });
    // A graph puts it somewhere, where the axis is too high.
    if (mode === 'graph' && at > indices.rank) throw new NotKnown({ text: 'the axis of one_hot is too high' });
    return tensorOf(inserted(indices.shape, axisOf(at, indices.rank + 1), depth), type);
  },
});

const where = tensorflowOp({
  name: 'where',
  summary: 'Elements of one tensor or another by a condition; where it is true, with the condition alone.',
  params: { condition: any(), x: orNone(any()), y: orNone(any()) },
  output: ({ args: { condition, x, y }, callee, mode }) => {
    if (x === null && y === null) return tensorOf([countInRun(mode), condition.rank], 'int64');
    if (x === null || y === null) {
      return refuse('invalid-argument', 'where takes both x and y, or neither', { parameter: 'y' });
    }
    return tensorOf(broadcastAll([condition.shape, x.shape, y.shape]), sharedType([x, y], callee));
  },
});

const booleanMask = tensorflowOp({
  name: 'boolean_mask',
  summary: 'The elements where a mask is true.',
  params: { tensor: any(), mask: any(), axis: optionalInteger() },
  output: ({ args: { tensor: x, mask, axis }, mode }) =>
    tensorOf(masked(x.shape, mask.shape, axis ?? 0, countInRun(mode)), x.dtype),
});

const slice = tensorflowOp({
  name: 'slice',
  summary: 'A part by its start and size on each axis.',
  params: { input_: any(), begin: tensorflowShape(), size: tensorflowShape() },
  output: ({ args: { input_: x, begin, size: wanted }, callee, mode }) => {
    if (!hasRank(wanted)) throw new NotKnown(wanted.reason);
    if (mode === 'eager' && hasRank(begin)) checkInside(x.shape, begin, wanted, callee);
    return tensorOf(sizedSlice(x.shape, hasRank(begin) ? begin : null, wanted), x.dtype);
  },
});

/** A part must lie inside. Only a run looks at it. */
function checkInside(
  shape: readonly Dimension[],
  begin: readonly Dimension[],
  wanted: readonly Dimension[],
  callee: string,
): void {
  for (const [axis, size] of shape.entries()) {
    const [start, count] = [begin[axis], wanted[axis]];
    if (start === undefined || count === undefined || ![size, start, count].every(isKnown)) continue;
    const end = Number(start) + (count === -1 ? 0 : Number(count));
    if (Number(start) >= 0 && Number(count) >= -1 && end <= Number(size)) continue;
    refuse(
      'invalid-argument',
      `${callee} takes ${Number(count)} from ${Number(start)} on axis ${axis}, which has ${Number(size)}`,
      {
        exception: 'InvalidArgumentError',
        parameter: 'size',
      },
    );
  }
}

const stridedSlice = tensorflowOp({
  name: 'strided_slice',
  summary: 'A part by starts, ends and steps.',
  params: {
    input_: any(),
    begin: sizes(),
    end: sizes(),
    strides: {
      ...sizes(),
      default: NONE,
      read: (value, context) => (value.kind === 'None' ? { value: [] } : sizes().read(value, context)),
    } as OpParam<readonly Dimension[]>,
    begin_mask: integer(0),
    end_mask: integer(0),
    ellipsis_mask: integer(0),
    new_axis_mask: integer(0),
    shrink_axis_mask: integer(0),
    var: other(),
  },
  output: ({ args }) => {
    const { input_: x, begin, end, strides } = args;
    const masks = [args.ellipsis_mask, args.new_axis_mask];
    if (masks.some((mask) => mask !== 0)) throw new NotKnown({ text: 'masks of a strided slice are not followed' });
    const has = (mask: number, i: number) => (mask & (1 << i)) !== 0;
    const items = begin.map((start, i): SubscriptItem => {
      if (has(args.shrink_axis_mask, i)) return { type: 'index', index: start };
      const bounds = {
        start: has(args.begin_mask, i) ? null : start,
        stop: has(args.end_mask, i) ? null : (end[i] ?? null),
        step: strides[i] ?? 1,
      };
      return { type: 'slice', slice: bounds };
    });
    return tensorOf(subscriptShape(x.shape, items, { index: 'ValueError', count: 'ValueError' }), x.dtype);
  },
});

function topK(name: string, aliases: readonly string[]): OpDefinition {
  return tensorflowOp({
    name,
    aliases,
    summary: 'The k largest elements along the last axis, and where they are.',
    params: {
      input: any(),
      k: size(1),
      sorted: other({ kind: 'bool', value: true }),
      index_type: dtype({ kind: 'str', value: 'int32' }),
    },
    output: ({ args: { input, k, index_type: type } }) => {
      const last = input.shape.at(-1);
      if (last === undefined) return refuse('wrong-rank', 'a scalar has no last axis');
      if (isKnown(last) && isKnown(k) && k > last) {
        refuse('incompatible-shapes', `the last axis has ${last} elements, fewer than ${k}`, { parameter: 'k' });
      }
      const found = [...input.shape.slice(0, -1), k];
      return tupleOf(tensorOf(found, input.dtype), tensorOf(found, type ?? 'int32'));
    },
  });
}

function segment(kind: string): readonly OpDefinition[] {
  const ids = (data: Operand, given: Operand) => {
    const [own, count] = [data.shape[0], given.shape[0]];
    if (own !== undefined && count !== undefined && surelyDiffer(own, count)) {
      refuse(
        'incompatible-shapes',
        `${formatDimension(count)} segment ids are given for ${formatDimension(own)} rows`,
        {
          parameter: 'segment_ids',
        },
      );
    }
  };
  return [
    tensorflowOp({
      name: `math.segment_${kind}`,
      summary: 'Rows of each segment together.',
      params: { data: any(), segment_ids: any() },
      output: ({ args: { data, segment_ids: given }, mode }) => {
        // A graph does not compare them.
        if (mode === 'eager') ids(data, given);
        return tensorOf([countInRun(mode), ...data.shape.slice(1)], data.dtype);
      },
    }),
    tensorflowOp({
      name: `math.unsorted_segment_${kind}`,
      summary: 'Rows of each segment together.',
      params: { data: any(), segment_ids: any(), num_segments: size() },
      output: ({ args: { data, segment_ids: given, num_segments: count } }) => {
        ids(data, given);
        return tensorOf([count, ...data.shape.slice(given.rank)], data.dtype);
      },
    }),
  ];
}

function checkVector(x: Operand, callee: string): void {
  if (x.rank !== 1) refuse('wrong-rank', `${callee} takes a vector, and ${formatShape(x.shape)} is none`);
}

const unique = tensorflowOp({
  name: 'unique',
  summary: 'The different elements, and where each element is among them.',
  params: { x: any(), out_idx: dtype({ kind: 'str', value: 'int32' }) },
  output: ({ args: { x, out_idx: type }, callee, mode }) => {
    checkVector(x, callee);
    return tupleOf(tensorOf([countInRun(mode)], x.dtype), tensorOf(x.shape, type ?? 'int32'));
  },
});

const uniqueWithCounts = tensorflowOp({
  name: 'unique_with_counts',
  summary: 'The different elements, where each element is among them, and how often.',
  params: { x: any(), out_idx: dtype({ kind: 'str', value: 'int32' }) },
  output: ({ args: { x, out_idx: type }, callee, mode }) => {
    checkVector(x, callee);
    const count = countInRun(mode);
    return tupleOf(tensorOf([count], x.dtype), tensorOf(x.shape, type ?? 'int32'), tensorOf([count], type ?? 'int32'));
  },
});

const searchsorted = tensorflowOp({
  name: 'searchsorted',
  summary: 'Where values would be put into sorted rows.',
  params: {
    sorted_sequence: any(),
    values: any(),
    side: other({ kind: 'str', value: 'left' }),
    out_type: dtype({ kind: 'str', value: 'int32' }),
  },
  output: ({ args: { values, out_type: type } }) => tensorOf(values.anyShape, type ?? 'int32'),
});

const inTopK = tensorflowOp({
  name: 'math.in_top_k',
  aliases: ['nn.in_top_k'],
  summary: 'Whether targets are among the k best predictions.',
  params: { targets: any(), predictions: any(), k: other(null) },
  output: ({ args: { targets } }) => tensorOf(targets.anyShape, 'bool'),
});

/** `tf.shape`: the sizes as a vector, which can be taken apart again. */
const shape = tensorflowOp({
  name: 'shape',
  summary: 'The sizes of a tensor, as a vector.',
  sparse: 'taken',
  params: { input: any(), out_type: dtype({ kind: 'str', value: 'int32' }) },
  output: ({ args: { input, out_type: type } }) => tensorOf([input.rank], type ?? 'int32'),
  elements: ({ args: { input } }) => (hasRank(input.anyShape) ? input.anyShape : null),
});

const count = tensorflowOp({
  name: 'size',
  summary: 'The number of elements.',
  params: { input: any(), out_type: dtype({ kind: 'str', value: 'int32' }) },
  output: ({ args: { out_type: type } }) => tensorOf([], type ?? 'int32'),
  elements: ({ args: { input } }) => {
    const found = product(input.shape);
    return isKnown(found) || isDynamic(found) ? [found] : null;
  },
});

const rank = tensorflowOp({
  name: 'rank',
  summary: 'The number of axes.',
  sparse: 'taken',
  params: { input: any() },
  output: () => tensorOf([], 'int32'),
  elements: ({ args: { input } }) => [input.rank],
});

export const indexing: readonly OpDefinition[] = [
  gather,
  embeddingLookup,
  gatherNd,
  scatterNd,
  ...['update', 'add', 'sub', 'max', 'min'].map((kind) => scatterInto(`tensor_scatter_nd_${kind}`)),
  oneHot,
  where,
  booleanMask,
  slice,
  stridedSlice,
  topK('math.top_k', ['nn.top_k']),
  ...['sum', 'mean', 'max', 'min', 'prod'].flatMap(segment),
  unique,
  uniqueWithCounts,
  searchsorted,
  inTopK,
  shape,
  count,
  rank,
];
