/** Elements repeated, laid flat, put into borders (`K.repeat`, `K.flatten`, `K.temporal_padding`). */
import { axisOf, inserted, replaced } from '../../../shapes/axes';
import { type Border, padded, repeated } from '../../../shapes/borders';
import { type Dimension, dynamic, isDynamic, multiply, product } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { str, tuple, type Value } from '../../../values/value';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import type { Operand } from '../../ops/operand';
import { integer, type OpParam, size, sizes } from '../../ops/params';
import { anything, dataFormat, intTuple, sequenceItems } from '../../params';
import { tensorflowOp } from '../../tensorflow/ops/define';

import { any, checkRank, type Format } from './shared';

const repeatElements = tensorflowOp({
  name: 'repeat_elements',
  nameless: true,
  summary: 'Each element repeated along an axis.',
  params: { x: any(), rep: size(), axis: integer() },
  output: ({ args: { x, rep, axis } }) => {
    const at = axisOf(axis, x.rank);
    const own = x.shape[at] as Dimension;
    return tensorOf(isDynamic(own) ? x.shape : replaced(x.shape, at, multiply(own, rep)), x.dtype);
  },
});

const repeat = tensorflowOp({
  name: 'repeat',
  nameless: true,
  summary: 'Each row repeated along a new axis.',
  params: { x: any(), n: size() },
  output: ({ args: { x, n }, callee }) => {
    if (x.rank !== 2) {
      refuse('wrong-rank', `${callee} takes 2 dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
        exception: 'AssertionError',
      });
    }
    return tensorOf(inserted(x.shape, 1, n), x.dtype);
  },
});

const flatten = tensorflowOp({
  name: 'flatten',
  nameless: true,
  summary: 'All elements in one axis.',
  params: { x: any() },
  output: ({ args: { x } }) => tensorOf([x.shape.find(isDynamic) ? dynamic() : product(x.shape)], x.dtype),
});

/** The new sizes are worked out from the old ones, of which a single None leaves both open. */
const batchFlatten = tensorflowOp({
  name: 'batch_flatten',
  nameless: true,
  summary: 'All axes but the batch in one.',
  params: { x: any() },
  output: ({ args: { x } }) => {
    const [batch, ...columns] = x.shape;
    if (batch === undefined) return refuse('wrong-rank', 'a scalar has no batch');
    // Of no sizes behind the batch even the product is only worked out in a run.
    return tensorOf(
      x.shape.some(isDynamic) || (columns.length === 0 && x.isSymbolic)
        ? [dynamic(), dynamic()]
        : [batch, product(columns)],
      x.dtype,
    );
  },
});

/** Borders by pairs, of the axes between batch and channels. */
function padding(name: string, rank: number, defaultPadding: Value): OpDefinition {
  const pairs: OpParam<readonly Border[]> = {
    default: defaultPadding,
    read: (value, context) => {
      const rows = rank === 3 ? [value] : sequenceItems(value);
      const found = rows?.map((row): Border => {
        const read = sizes().read(row, context);
        const [before, after] = 'value' in read && Array.isArray(read.value) ? read.value : [];
        if (before === undefined || after === undefined) {
          return refuse('invalid-argument', `\`padding\` of ${name} must be pairs`, { exception: 'AssertionError' });
        }
        return [before, after];
      });
      if (found?.length === rank - 2) return { value: found };
      return refuse('invalid-argument', `\`padding\` of ${name} must have ${rank - 2} pairs`, {
        exception: 'AssertionError',
      });
    },
  };
  return tensorflowOp({
    name,
    nameless: true,
    summary: 'Borders of zeros.',
    params: { x: any(), padding: pairs, ...(rank > 3 ? { data_format: dataFormat() } : {}) } as {
      readonly x: OpParam<Operand>;
      readonly padding: OpParam<readonly Border[]>;
    },
    output: ({ args, callee }) => {
      const { x, padding: borders } = args;
      const { data_format: format = 'channels_last' } = args as { readonly data_format?: Format };
      checkRank(x, rank, callee);
      const none: Border = [0, 0];
      const all = format === 'channels_first' ? [none, none, ...borders] : [none, ...borders, none];
      return tensorOf(padded(x.shape, all), x.dtype);
    },
  });
}

/** Sizes between batch and channels times factors. */
function resized(name: string, factors: readonly string[]): OpDefinition {
  const rank = factors.length + 2;
  return tensorflowOp({
    name,
    nameless: true,
    summary: 'Images made larger by whole factors.',
    params: {
      x: any(),
      ...Object.fromEntries(factors.map((factor) => [factor, size()])),
      data_format: { ...dataFormat(), default: null },
      ...(rank === 4 ? { interpolation: anything(str('nearest')) } : {}),
    } as unknown as { readonly x: OpParam<Operand>; readonly data_format: OpParam<Format> },
    output: ({ args, callee }) => {
      const { x, data_format: format } = args;
      checkRank(x, rank, callee);
      const given = args as unknown as Readonly<Record<string, Dimension>> & { readonly interpolation?: Value };
      const by = factors.map((factor) => given[factor] as Dimension);
      const all = format === 'channels_first' ? [1, 1, ...by] : [1, ...by, 1];
      const smooth =
        given.interpolation && !(given.interpolation.kind === 'str' && given.interpolation.value === 'nearest');
      const spatial = format === 'channels_first' ? x.shape.slice(2) : x.shape.slice(1, -1);
      const found = repeated(x.shape, all).map((out, axis) => {
        // Sizes that are worked out together are open together.
        const inside = format === 'channels_first' ? axis >= 2 : axis >= 1 && axis < rank - 1;
        return rank === 4 && inside && spatial.some(isDynamic)
          ? dynamic()
          : isDynamic(x.shape[axis] as Dimension)
            ? (x.shape[axis] as Dimension)
            : out;
      });
      return tensorOf(found, smooth ? 'float32' : x.dtype);
    },
  });
}

export const backendShaping: readonly OpDefinition[] = [
  repeatElements,
  repeat,
  flatten,
  batchFlatten,
  padding('temporal_padding', 3, intTuple(1, 1)),
  padding('spatial_2d_padding', 4, tuple([intTuple(1, 1), intTuple(1, 1)])),
  padding('spatial_3d_padding', 5, tuple([intTuple(1, 1), intTuple(1, 1), intTuple(1, 1)])),
  resized('resize_images', ['height_factor', 'width_factor']),
  resized('resize_volumes', ['depth_factor', 'height_factor', 'width_factor']),
];
