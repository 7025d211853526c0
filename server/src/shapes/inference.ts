/**
 * What TensorFlow's shape inference tells, where it differs from Keras' own rules: sizes that must be
 * equal take the number that either has, and reshaping compares what is known.
 */
import { axisOf, inserted, replaced, without } from './axes';
import {
  add,
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  product,
  subtract,
  surelyDiffer,
  surelyEqual,
  unknownDimension,
} from './dimension';
import { joined, mergedSize } from './joining';
import { type Failing, refuse } from './problem';
import { broadcast } from './products';
import { openRest, type Target } from './reshape';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** Shapes that must be equal, but on one axis. */
export function mergedShape(a: Sizes, b: Sizes, except: number | null, failing: Failing = {}): Sizes {
  if (a.length !== b.length) {
    refuse('incompatible-shapes', `${formatShape(a)} and ${formatShape(b)} have different ranks`, {
      ...failing,
      facts: { shapes: [a, b], axis: 'rank' },
    });
  }
  return a.map((size, axis) => {
    const other = b[axis] as Dimension;
    if (axis !== except && surelyDiffer(size, other)) {
      refuse(
        'incompatible-shapes',
        `${formatShape(a)} and ${formatShape(b)} do not fit together, axis ${axis} differs: ${formatDimension(size)} against ${formatDimension(other)}`,
        { ...failing, facts: { shapes: [a, b], axis } },
      );
    }
    return axis === except ? size : mergedSize(size, other);
  });
}

/** Joined along an axis; every other size is what any of the tensors knows of it. */
export function mergedConcatenation(shapes: readonly Sizes[], axis: number, failing: Failing = {}): Sizes {
  const [first, ...rest] = shapes;
  if (!first) return refuse('invalid-argument', 'there is no tensor to join', failing);
  const at = axisOf(axis, first.length);
  rest.reduce((all, shape) => mergedShape(all, shape, at, failing), first);
  return joined(shapes, at, 'any');
}

export function mergedStack(shapes: readonly Sizes[], axis: number, failing: Failing = {}): Sizes {
  const [first, ...rest] = shapes;
  if (!first) return refuse('invalid-argument', 'there is no tensor to stack', failing);
  const at = axisOf(axis, first.length + 1);
  const merged = rest.reduce((all, shape) => mergedShape(all, shape, null, failing), first);
  return inserted<Dimension>(merged, at, shapes.length);
}

/** Known sizes multiplied, and where the one that is not known stands; null where there are several. */
function openSize(sizes: readonly Target[]): { readonly known: number; readonly open: number | undefined } | null {
  const open = sizes.flatMap((size, i) => (size === 'rest' || !isKnown(size) ? [i] : []));
  if (open.length > 1) return null;
  const known = sizes.filter((size): size is number => size !== 'rest' && isKnown(size));
  return { known: Number(product(known)), open: open[0] };
}

/**
 * Reshaping (`SetOutputShapeForReshape` in TensorFlow's `array_ops.cc`): the size that is left open is
 * worked out where the input is known, or is the input's own open size where the rest is equal.
 */
export function inferredReshape(from: Sizes, target: readonly Target[], failing: Failing = {}): Sizes {
  const unknown = [...from, ...target].find((size): size is Dimension => size !== 'rest' && isUnknown(size));
  const free = (): Dimension => (unknown && isUnknown(unknown) ? unknownDimension(unknown.reason) : dynamic());
  const given = target.filter((size): size is Dimension => size !== 'rest');
  const rest = (): Dimension => (given.length === target.length - 1 && openRest(from, given)) || free();
  const plain = (): Sizes => target.map((size) => (size === 'rest' ? rest() : size));
  const [source, wanted] = [openSize(from), openSize(target)];
  const clash = () => {
    const shown = formatShape(target.map((size) => (size === 'rest' ? -1 : size)));
    return refuse('reshape-count', `${formatShape(from)} does not have the number of elements of ${shown}`, {
      ...failing,
      facts: { from, to: target },
    });
  };
  if (!source || !wanted) return plain();
  if (unknown) return plain();
  if (source.open === undefined && wanted.open === undefined) {
    return source.known === wanted.known ? plain() : clash();
  }
  if (source.open === undefined && wanted.open !== undefined) {
    if (wanted.known <= 0) return source.known === 0 ? plain() : clash();
    const rest = source.known / wanted.known;
    return Number.isInteger(rest) ? replaced(plain(), wanted.open, rest) : clash();
  }
  if (wanted.open === undefined) {
    return source.known > 0 && wanted.known % source.known !== 0 ? clash() : plain();
  }
  const own = from[source.open as number] as Dimension;
  return source.known === wanted.known ? replaced(plain(), wanted.open, own) : plain();
}

/** Axes taken away by number; one that is not known counts as 1. Without axes an unknown size may or may not go. */
export function inferredSqueeze(from: Sizes, axes: readonly number[] | null): Sizes | null {
  if (axes === null || axes.length === 0) {
    return from.every(isKnown) ? from.filter((size) => size !== 1) : null;
  }
  const at = axes.map((axis) => axisOf(axis, from.length));
  for (const axis of at) {
    const size = from[axis] as Dimension;
    if (isKnown(size) && size !== 1) {
      refuse(
        'incompatible-shapes',
        `axis ${axis} of ${formatShape(from)} has ${size}, and only a size of 1 can be squeezed`,
        {
          parameter: 'axis',
          facts: { axis },
        },
      );
    }
  }
  return without(from, at);
}

/** Split into sizes; -1 stands for the rest. */
export function splitSizes(shape: Sizes, sizes: Sizes, axis: number, failing: Failing = {}): Sizes[] {
  const at = axisOf(axis, shape.length);
  const whole = shape[at] as Dimension;
  const given = sizes.filter((size) => size !== -1);
  const total = given.reduce(add, 0);
  const rest = subtract(whole, total);
  const open = given.length < sizes.length;
  if (isKnown(rest) && (open ? rest < 0 : rest !== 0)) {
    refuse('incompatible-shapes', `axis ${at} has ${formatDimension(whole)}, and the parts ${formatDimension(total)}`, {
      ...failing,
      facts: { size: whole, total, axis: at },
    });
  }
  return sizes.map((size) => replaced(shape, at, size === -1 ? (isKnown(rest) ? rest : dynamic()) : size));
}

/** `tf.gather`: the axis gives way to the indices, whose leading batch axes are those of the tensor. */
export function gathered(shape: Sizes, indices: Sizes, axis: number, batch: number): Sizes {
  const at = axisOf(axis, shape.length);
  const count = batch < 0 ? batch + indices.length : batch;
  if (count > at) {
    refuse('invalid-argument', `\`batch_dims\` ${batch} is behind axis ${axis}`, { parameter: 'batch_dims' });
  }
  const leading = shape.slice(0, count).map((size, i) => meeting(size, indices[i], i));
  return [...leading, ...shape.slice(count, at), ...indices.slice(count), ...shape.slice(at + 1)];
}

function meeting(size: Dimension, other: Dimension | undefined, axis: number): Dimension {
  if (other === undefined) return size;
  if (surelyDiffer(size, other)) {
    refuse(
      'incompatible-shapes',
      `batch axis ${axis} differs: ${formatDimension(size)} against ${formatDimension(other)}`,
    );
  }
  return mergedSize(size, other);
}

/** `tf.gather_nd`: the last axis of the indices names as many axes of the tensor. */
export function gatheredNd(shape: Sizes, indices: Sizes, batch: number): Sizes {
  const depth = indices.at(-1);
  if (depth === undefined) return refuse('wrong-rank', 'the indices must not be a scalar', { parameter: 'indices' });
  if (!isKnown(depth)) return [...indices.slice(0, -1), dynamic()];
  if (depth + batch > shape.length) {
    refuse('wrong-rank', `the indices name ${depth} axes, and ${formatShape(shape)} has ${shape.length - batch}`, {
      parameter: 'indices',
    });
  }
  return [...indices.slice(0, -1), ...shape.slice(batch + depth)];
}

/** `tf.boolean_mask`: how many are kept is not known before a run. */
export function masked(shape: Sizes, mask: Sizes, axis: number, free: Dimension): Sizes {
  const at = axis === 0 ? 0 : axisOf(axis, shape.length);
  if (mask.length === 0) return refuse('wrong-rank', 'the mask must not be a scalar', { parameter: 'mask' });
  if (at + mask.length > shape.length) {
    refuse('wrong-rank', `a mask of ${mask.length} axes does not fit ${formatShape(shape)}`, { parameter: 'mask' });
  }
  mask.forEach((size, i) => {
    const own = shape[at + i] as Dimension;
    if (surelyDiffer(size, own)) {
      refuse(
        'incompatible-shapes',
        `axis ${i} of the mask has ${formatDimension(size)}, and the tensor ${formatDimension(own)}`,
        {
          parameter: 'mask',
        },
      );
    }
  });
  return [...shape.slice(0, at), free, ...shape.slice(at + mask.length)];
}

export interface MatmulFlags {
  readonly transposeLeft: boolean;
  readonly transposeRight: boolean;
}

/** `tf.matmul`: both have 2 axes or more, the leading ones broadcast. */
export function inferredMatmul(left: Sizes, right: Sizes, flags: MatmulFlags): Sizes {
  for (const shape of [left, right]) {
    if (shape.length < 2) {
      refuse('wrong-rank', `matmul takes matrices, and ${formatShape(shape)} has ${shape.length} axes`, {
        facts: { shapes: [left, right] },
      });
    }
  }
  const sides = (shape: Sizes, turned: boolean): readonly [Dimension, Dimension] => {
    const [rows, columns] = shape.slice(-2) as [Dimension, Dimension];
    return turned ? [columns, rows] : [rows, columns];
  };
  const [rows, inner] = sides(left, flags.transposeLeft);
  const [other, columns] = sides(right, flags.transposeRight);
  if (surelyDiffer(inner, other)) {
    refuse(
      'incompatible-shapes',
      `${formatShape(left)} and ${formatShape(right)} cannot be multiplied: ${formatDimension(inner)} against ${formatDimension(other)}`,
      { facts: { shapes: [left, right], sizes: [inner, other] } },
    );
  }
  return [...broadcast(left.slice(0, -2), right.slice(0, -2)), rows, columns];
}

/**
 * What `==` of two tensors gives: their broadcast shape; a scalar where sizes surely differ, as then the
 * tensors do. A `None` beside a size above 1 leaves even the rank open: undefined
 * (`BroadcastBinaryOpOutputShapeFnHelper`).
 */
export function equalityShape(left: Sizes, right: Sizes): Sizes | undefined {
  const rank = Math.max(left.length, right.length);
  const result: Dimension[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const [a, b] = [left[axis - rank + left.length] ?? 1, right[axis - rank + right.length] ?? 1];
    if (a === 1) result.push(b);
    else if (b === 1 || surelyEqual(a, b)) result.push(a);
    else if (surelyDiffer(a, b)) return [];
    else if (isDynamic(a) && isDynamic(b)) result.push(dynamic());
    else return undefined;
  }
  return result;
}
