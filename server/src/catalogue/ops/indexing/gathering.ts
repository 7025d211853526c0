/** Elements taken, placed and found by index. */

import { axisOf, replaced } from '../../../shapes/axes';
import { type Dimension, dynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import { explainTaken, multiHotShape, oneHotShape, taken, takenAlong } from '../../../shapes/gathering';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape, unknownShape } from '../../../shapes/shape';
import { sizedSlice } from '../../../shapes/slicing';
import { NONE } from '../../../values/value';
import { anything, choice, describe, flag, sequenceItems } from '../../params';
import { defineOp, listOf, type OpDefinition, tensorOf, tupleOf } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, operandOf, shapeAttribute } from '../operand';
import {
  dtype,
  integer,
  optionalInteger,
  optionalSize,
  optionalTensor,
  shape,
  size,
  sizes,
  tensor,
  tensorOrNumber,
} from '../params';
import { resultType } from '../promotion';
import { sizesOf } from '../shaping/sizing';

const take = defineOp({
  name: 'take',
  module: 'numpy',
  operation: 'Take',
  summary: 'Elements by index along an axis.',
  params: { x: tensor(), indices: tensorOrNumber({ lists: true }), axis: optionalInteger() },
  output: ({ args: { x, indices, axis } }) => tensorOf(taken(x.shape, indices.shape, axis), x.dtype),
  explain: ({ args: { x, indices, axis } }) => explainTaken(x.shape, indices.shape, axis),
});

const takeAlongAxis = defineOp({
  name: 'take_along_axis',
  module: 'numpy',
  operation: 'TakeAlongAxis',
  summary: 'Elements by an index for each place.',
  params: { x: tensor(), indices: tensor(), axis: optionalInteger() },
  output: ({ args: { x, indices, axis } }) => tensorOf(takenAlong(x.shape, indices.shape, axis, dynamic()), x.dtype),
});

const slice = defineOp({
  name: 'slice',
  module: 'core',
  operation: 'Slice',
  summary: 'A part by its start and size on each axis.',
  params: { inputs: tensor(), start_indices: anything(null), shape: sizes() },
  symbolicBy: ['inputs', 'start_indices'],
  output: ({ args: { inputs, start_indices: starts, shape: wanted } }) => {
    const items = starts.kind === 'tensor' ? null : sequenceItems(starts);
    const from =
      items?.map((item) => {
        const read = size().read(item, { callee: 'slice', parameter: 'start_indices' } as never);
        return 'value' in read ? read.value : 0;
      }) ?? null;
    return tensorOf(sizedSlice(inputs.shape, from, wanted), inputs.dtype);
  },
});

const sliceUpdate = defineOp({
  name: 'slice_update',
  module: 'core',
  operation: 'SliceUpdate',
  summary: 'The tensor with a part replaced.',
  params: { inputs: tensor(), start_indices: other(null), updates: tensor() },
  output: ({ args: { inputs } }) => tensorOf(inputs.anyShape, inputs.dtype),
});

const scatter = defineOp({
  name: 'scatter',
  module: 'core',
  operation: 'Scatter',
  summary: 'Values placed into zeros.',
  params: { indices: tensor(), values: tensor(), shape: shape() },
  symbolicBy: ['indices', 'values'],
  output: ({ args: { values, shape: to } }) => tensorOf(to, values.dtype),
});

const scatterUpdate = defineOp({
  name: 'scatter_update',
  module: 'core',
  operation: 'ScatterUpdate',
  summary: 'The tensor with elements replaced.',
  params: { inputs: tensor(), indices: tensor(), updates: tensor(), reduction: anything(NONE) },
  output: ({ args: { inputs, reduction } }) => {
    if (reduction.kind === 'str' && !['add', 'max', 'min', 'mul'].includes(reduction.value.toLowerCase())) {
      refuse(
        'invalid-argument',
        `\`reduction\` must be None, 'add', 'max', 'min' or 'mul', not ${describe(reduction)}`,
        {
          parameter: 'reduction',
        },
      );
    }
    return tensorOf(inputs.anyShape, inputs.dtype);
  },
});

const oneHot = defineOp({
  name: 'one_hot',
  module: 'nn',
  operation: 'OneHot',
  summary: 'A one at the index of each class, on a new axis.',
  params: {
    x: tensorOrNumber({ lists: true }),
    num_classes: size(),
    axis: integer(-1),
    dtype: dtype(),
    sparse: flag(false),
  },
  symbolicBy: ['x'],
  output: ({ args: { x, num_classes: classes, axis, dtype }, floatx }) =>
    tensorOf(oneHotShape(shapeAttribute(x), classes, axis), dtype ?? floatx),
  run: ({ args: { x, num_classes: classes, axis, dtype }, floatx }) => {
    const at = axisOf(axis, x.rank + 1);
    return tensorOf([...x.shape.slice(0, at), classes, ...x.shape.slice(at)], dtype ?? floatx);
  },
});

const multiHot = defineOp({
  name: 'multi_hot',
  module: 'nn',
  operation: 'MultiHot',
  summary: 'Ones at the indices of all classes of a sample.',
  params: {
    inputs: tensor(),
    num_classes: optionalSize(),
    axis: integer(-1),
    dtype: dtype(),
    sparse: flag(false),
    kwargs: { default: null, kind: 'var-keyword', read: () => ({ value: null }) },
  },
  symbolicBy: ['inputs'],
  output: ({ args: { inputs, num_classes: classes, axis } }) => {
    if (classes === null) {
      return refuse('invalid-argument', '`num_classes` must be given', { parameter: 'num_classes' });
    }
    return tensorOf(multiHotShape(inputs.shape, classes, axis), inputs.dtype);
  },
  run: ({ args: { inputs, num_classes: classes, axis, dtype }, floatx }) => {
    if (classes === null) {
      return refuse('invalid-argument', '`num_classes` must be given', { parameter: 'num_classes' });
    }
    const hot = [...inputs.shape];
    hot.splice(axisOf(axis, inputs.rank + 1), 0, classes);
    return tensorOf(
      hot.filter((_, i) => i !== (inputs.rank === 1 ? 0 : 1)),
      dtype ?? floatx,
    );
  },
});

const where = defineOp({
  name: 'where',
  module: 'numpy',
  operation: 'Where',
  summary: 'Elements of one tensor or another by a condition.',
  params: {
    condition: tensorOrNumber({ lists: true }),
    x1: optionalTensor({ numbers: true }),
    x2: optionalTensor({ numbers: true }),
  },
  output: ({ args: { condition, x1, x2 } }) => {
    if ((x1 === null) !== (x2 === null)) halfGiven();
    const shapes = [condition, x1, x2].map((one) => (one ? shapeAttribute(one) : []));
    // Without alternatives the symbolic rule has the condition's shape, and the ints of `type(None)`.
    const type = x1 && x2 ? resultType(x1.type ?? '?', x2.type ?? '?') : 'int64';
    return tensorOf(
      shapes.reduce((a, b) => broadcast(a, b), []),
      type,
    );
  },
  run: ({ args: { condition, x1, x2 } }) => {
    if ((x1 === null) !== (x2 === null)) halfGiven();
    if (x1 === null || x2 === null) {
      return tupleOf(...condition.shape.map(() => tensorOf([unknownCount()], 'int32')));
    }
    const shapes = [condition.shape, x1.shape, x2.shape];
    return tensorOf(
      shapes.reduce((a, b) => broadcast(a, b), []),
      resultType(x1.type ?? '?', x2.type ?? '?'),
    );
  },
});

function halfGiven(): never {
  return refuse('invalid-argument', 'where takes both `x1` and `x2`, or neither', { parameter: 'x2' });
}

/** How many elements are found depends on the data. */
function unknownCount(): Dimension {
  return unknownDimension({ text: 'how many there are depends on the data' });
}

const select = defineOp({
  name: 'select',
  module: 'numpy',
  operation: 'Select',
  summary: 'Elements of the first choice whose condition holds.',
  params: { condlist: anything(null), choicelist: anything(null), default: other({ kind: 'int', value: 0 }) },
  symbolicBy: ['condlist', 'choicelist', 'default'],
  output: ({ args: { condlist, choicelist } }) => {
    const items = [condlist, choicelist].map((list) => {
      if (list.kind === 'unknown') throw new NotKnown(list.reason);
      const found = sequenceItems(list);
      if (!found) return refuse('invalid-argument', `select takes lists, not ${describe(list)}`);
      if (found.length === 0) return refuse('invalid-argument', 'select takes lists that are not empty');
      return found;
    });
    const [first] = items[1] ?? [];
    const operand = first && operandOf(first);
    if (!operand) return unknownShape({ text: 'the first choice is no tensor' });
    return tensorOf(operand.anyShape, operand.dtype);
  },
});

const topK = defineOp({
  name: 'top_k',
  module: 'core',
  operation: 'TopK',
  summary: 'The k largest elements along the last axis, and where they are.',
  params: { x: tensor(), k: size(), sorted: other({ kind: 'bool', value: true }) },
  symbolicBy: ['x'],
  output: ({ args: { x, k } }) => {
    if (x.rank === 0) refuse('wrong-rank', 'a scalar has no last axis', { exception: 'IndexError' });
    const found = replaced(x.shape, x.rank - 1, k);
    return tupleOf(tensorOf(found, x.dtype), tensorOf(found, 'int32'));
  },
  run: ({ args: { x, k } }) => {
    if (x.rank === 0) refuse('wrong-rank', 'a scalar has no last axis', { exception: 'IndexError' });
    const count = x.shape[x.rank - 1] as Dimension;
    if (isKnown(count) && isKnown(k) && k > count) {
      refuse('incompatible-shapes', `the last axis has ${count} elements, fewer than ${k}`, {
        exception: 'InvalidArgumentError',
        parameter: 'k',
      });
    }
    const found = replaced(x.shape, x.rank - 1, k);
    return tupleOf(tensorOf(found, x.dtype), tensorOf(found, 'int32'));
  },
});

const inTopK = defineOp({
  name: 'in_top_k',
  module: 'core',
  operation: 'InTopK',
  summary: 'Whether targets are among the k best predictions.',
  params: { targets: tensor(), predictions: tensor(), k: other(null) },
  output: ({ args: { targets } }) => tensorOf(targets.anyShape, 'bool'),
});

const searchsorted = defineOp({
  name: 'searchsorted',
  module: 'numpy',
  operation: 'SearchSorted',
  summary: 'Where values would be put into a sorted vector.',
  params: { sorted_sequence: tensor(), values: tensor(), side: choice(['left', 'right'], 'left') },
  output: ({ args: { sorted_sequence: sequence, values } }) => {
    if (sequence.rank !== 1) {
      refuse('wrong-rank', `searchsorted takes a sorted vector, and ${formatShape(sequence.shape)} is none`, {
        parameter: 'sorted_sequence',
      });
    }
    const [count] = sequence.shape;
    return tensorOf(values.anyShape, count !== undefined && isKnown(count) ? 'int32' : 'int64');
  },
});

const digitize = defineOp({
  name: 'digitize',
  module: 'numpy',
  operation: 'Digitize',
  summary: 'The bin of each element.',
  params: { x: tensor(), bins: tensor() },
  output: ({ args: { x, bins } }) => {
    if (bins.rank > 1) {
      refuse('wrong-rank', `bins must be a vector, and ${formatShape(bins.shape)} is none`, { parameter: 'bins' });
    }
    return tensorOf(x.anyShape, 'int32');
  },
});

const isin = defineOp({
  name: 'isin',
  module: 'numpy',
  operation: 'IsIn',
  summary: 'Whether elements are among those of another tensor.',
  params: {
    x1: tensor(),
    x2: tensorOrNumber({ lists: true }),
    assume_unique: flag(false),
    invert: flag(false),
  },
  output: ({ args: { x1 } }) => tensorOf(x1.anyShape, 'bool'),
});

const nonzero = defineOp({
  name: 'nonzero',
  module: 'numpy',
  operation: 'Nonzero',
  summary: 'Where elements are not zero: an index for each axis.',
  params: { x: tensor() },
  output: ({ args: { x } }) => tupleOf(...x.shape.map(() => tensorOf([dynamic()], 'int32'))),
  run: ({ args: { x } }) => tupleOf(...x.shape.map(() => tensorOf([unknownCount()], 'int32'))),
});

const unravelIndex = defineOp({
  name: 'unravel_index',
  module: 'numpy',
  operation: 'UnravelIndex',
  summary: 'Flat indices as indices of each axis.',
  params: { indices: tensorOrNumber({ lists: true }), shape: shape() },
  symbolicBy: ['indices'],
  output: ({ args: { indices, shape: of } }) => {
    const axes = sizesOf(of);
    const found = axes.some((one) => !isKnown(one)) ? [dynamic()] : indices.shape;
    return listOf(axes.map(() => tensorOf(found, indices.dtype)));
  },
});

const histogram = defineOp({
  name: 'histogram',
  module: 'numpy',
  operation: 'Histogram',
  summary: 'Counts of elements in bins, and the edges of the bins.',
  params: { x: tensor(), bins: anything({ kind: 'int', value: 10 }), range: anything(NONE) },
  symbolicBy: ['x'],
  output: ({ args: { x, bins, range }, mode }) => {
    if (bins.kind === 'unknown') throw new NotKnown(bins.reason);
    if (bins.kind !== 'int' && bins.kind !== 'bool') {
      return refuse('invalid-argument', `\`bins\` of histogram must be an int, not ${describe(bins)}`, {
        exception: 'TypeError',
        parameter: 'bins',
      });
    }
    const count = Number(bins.value);
    if (count < 0) refuse('invalid-argument', `\`bins\` of histogram cannot be ${count}`, { parameter: 'bins' });
    if (range.kind === 'list' || (range.kind === 'tuple' && range.items.length === 1)) {
      refuse('invalid-argument', '`range` of histogram must be a tuple of two numbers', { parameter: 'range' });
    }
    if (mode !== 'symbolic' && x.rank > 1) {
      refuse('wrong-rank', `histogram takes a vector, and ${formatShape(x.shape)} is none`);
    }
    return tupleOf(tensorOf([count], x.dtype), tensorOf([count + 1], x.dtype));
  },
});

const bincount = defineOp({
  name: 'bincount',
  module: 'numpy',
  operation: 'Bincount',
  summary: 'How often each number occurs.',
  params: { x: tensor(), weights: optionalTensor(), minlength: other({ kind: 'int', value: 0 }), sparse: flag(false) },
  symbolicBy: ['x'],
  output: ({ args: { x, weights } }) => {
    if (weights?.isSymbolic) {
      refuse('invalid-input', '`weights` of bincount must have values, and a Keras tensor has none', {
        parameter: 'weights',
      });
    }
    const type = weights ? resultType(x.dtype, weights.dtype) : 'int32';
    return tensorOf([...x.shape.slice(0, -1), dynamic()], type);
  },
  run: ({ args: { x, weights } }) =>
    tensorOf([...x.shape.slice(0, -1), unknownCount()], weights ? resultType(x.dtype, weights.dtype) : 'int32'),
});

const unique = defineOp({
  name: 'unique',
  module: 'numpy',
  operation: 'Unique',
  summary: 'The different elements.',
  params: {
    x: tensor(),
    sorted: other({ kind: 'bool', value: true }),
    return_index: flag(false),
    return_inverse: flag(false),
    return_counts: flag(false),
    axis: optionalInteger(),
    size: optionalSize(),
    fill_value: other(),
  },
  symbolicBy: ['x'],
  output: ({ args: { x, return_index, return_inverse, return_counts, axis, size: count }, mode }) => {
    const found = count ?? (mode === 'symbolic' ? dynamic() : unknownCount());
    const at = axis === null ? null : axisOf(axis, x.rank);
    const outputs = [tensorOf(at === null ? [found] : replaced(x.shape, at, found), x.dtype)];
    if (return_index) outputs.push(tensorOf([found], 'int32'));
    if (return_inverse) outputs.push(tensorOf(at === null ? x.shape : [x.shape[at] as Dimension], 'int32'));
    if (return_counts) outputs.push(tensorOf([found], 'int32'));
    const [only] = outputs;
    return outputs.length === 1 && only ? only : tupleOf(...outputs);
  },
});

const segments: readonly (readonly [name: string, summary: string])[] = [
  ['segment_max', 'Largest elements of each segment.'],
  ['segment_min', 'Smallest elements of each segment.'],
  ['segment_prod', 'Products of each segment.'],
  ['segment_sum', 'Sums of each segment.'],
];

const segmentOps = segments.map(([name, summary]) =>
  defineOp({
    name,
    module: 'core',
    operation: name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    params: { data: tensor(), segment_ids: tensor(), num_segments: optionalSize(), sorted: flag(false) },
    symbolicBy: ['data'],
    output: ({ args: { data, segment_ids: ids, num_segments: count }, mode }) => {
      if (ids.rank > 1) {
        refuse('wrong-rank', `\`segment_ids\` must be a vector, and ${formatShape(ids.shape)} is none`, {
          parameter: 'segment_ids',
        });
      }
      const [size, wanted] = [ids.shape[0], data.shape[0]];
      if (size === undefined || wanted === undefined) {
        return refuse('wrong-rank', `${name} takes vectors or more`, { exception: 'IndexError' });
      }
      if (isKnown(size) && isKnown(wanted) && size !== wanted) {
        refuse('incompatible-shapes', `${size} segment ids are given for ${wanted} rows`, { parameter: 'segment_ids' });
      }
      const segmentCount = count ?? (mode === 'symbolic' ? dynamic() : unknownCount());
      return tensorOf([segmentCount, ...data.shape.slice(1)], data.dtype);
    },
  }),
);

export const gathering: readonly OpDefinition[] = [
  take,
  takeAlongAxis,
  slice,
  sliceUpdate,
  scatter,
  scatterUpdate,
  oneHot,
  multiHot,
  where,
  select,
  topK,
  inTopK,
  searchsorted,
  digitize,
  isin,
  nonzero,
  unravelIndex,
  histogram,
  bincount,
  unique,
  ...segmentOps,
];
