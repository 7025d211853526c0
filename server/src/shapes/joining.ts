/** Joining tensors along an axis, new or old, and splitting them again. */
import { axisOf, inserted, replaced } from './axes';
import {
  add,
  type Dimension,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  subtract,
  surelyDiffer,
} from './dimension';
import { type Failing, refuse } from './problem';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** What differs between two shapes for sure, a `None` being like anything; an axis, or the rank. */
export function differing(a: Sizes, b: Sizes, except: number | null = null): 'rank' | number | null {
  if (a.length !== b.length) return 'rank';
  const axis = a.findIndex((size, i) => i !== except && surelyDiffer(size, b[i] as Dimension));
  return axis < 0 ? null : axis;
}

function checkAlike(shapes: readonly Sizes[], except: number | null, failing: Failing): void {
  const [first = []] = shapes;
  shapes.forEach((shape, index) => {
    const what = differing(first, shape, except);
    if (what === null) return;
    const where = what === 'rank' ? `ranks ${first.length} and ${shape.length}` : `axis ${what} differs`;
    const clash =
      what === 'rank'
        ? ''
        : `: ${formatDimension(first[what] as Dimension)} against ${formatDimension(shape[what] as Dimension)}`;
    refuse(
      'incompatible-shapes',
      `${formatShape(first)} and ${formatShape(shape)} do not fit together, ${where}${clash}`,
      {
        ...failing,
        facts: { shapes: [first, shape], axis: what, inputs: [0, index] },
      },
    );
  });
}

/**
 * Joined along an axis (Keras' `Concatenate.compute_output_spec`): all other sizes must fit the first
 * tensor's, and are taken from it; the sum is `None` where one part is.
 */
export function concatenated(shapes: readonly Sizes[], axis: number, failing: Failing = {}): Sizes {
  const [first] = shapes;
  if (!first) return refuse('invalid-argument', 'there is no tensor to join', failing);
  const at = axisOf(axis, first.length);
  checkAlike(shapes, at, failing);
  return joined(shapes, at, 'first');
}

/**
 * The shape of what is joined along an axis, for every spelling of it: the sizes on the axis are added,
 * and `None` where one is. Each other size is the first shape's (Keras' symbolic rule), or what any of
 * them knows of it (TensorFlow, numpy). The shapes are taken to fit; there is at least one.
 */
export function joined(shapes: readonly Sizes[], axis: number, others: 'first' | 'any'): Sizes {
  const [first = []] = shapes;
  const sizesOn = (at: number): Sizes => shapes.map((shape) => shape[at] as Dimension);
  return first.map((size, at) => {
    if (at === axis) return sumOf(sizesOn(at));
    return others === 'first' ? size : sizesOn(at).reduce(mergedSize);
  });
}

/** Two sizes that are the same when it runs: whichever says more. */
export function mergedSize(a: Dimension, b: Dimension): Dimension {
  if (isKnown(a)) return a;
  if (isKnown(b)) return b;
  return isUnknown(b) ? b : a;
}

function sumOf(sizes: Sizes): Dimension {
  // A None in the sum decides, whatever else is not known.
  const free = sizes.find(isDynamic);
  const sum = sizes.reduce(add, 0);
  return free && isUnknown(sum) ? free : sum;
}

/** `12 + 4 + 4 = 20` on the joined axis. */
export function explainConcatenated(shapes: readonly Sizes[], axis: number): string[] {
  const [first] = shapes;
  if (!first || shapes.length < 2) return [];
  const at = axisOf(axis, first.length);
  const sizes = shapes.map((shape) => shape[at] as Dimension);
  return [`axis ${at}: ${sizes.map(formatDimension).join(' + ')} = ${formatDimension(sumOf(sizes))}`];
}

/** Laid side by side along a new axis (`Stack.compute_output_spec`). */
export function stacked(shapes: readonly Sizes[], axis: number, failing: Failing = {}): Sizes {
  const [first] = shapes;
  if (!first) return refuse('invalid-argument', 'there is no tensor to stack', failing);
  const at = axisOf(axis, first.length + 1);
  checkAlike(shapes, null, failing);
  return inserted<Dimension>(first, at, shapes.length);
}

/** Split into equal parts; a size that does not divide is refused. */
export function splitEvenly(shape: Sizes, parts: number, axis: number, failing: Failing = {}): Sizes[] {
  const at = axisOf(axis, shape.length);
  const size = shape[at] as Dimension;
  if (isKnown(size) && (parts === 0 || size % parts !== 0)) {
    refuse('incompatible-shapes', `axis ${at} has ${size}, which does not divide into ${parts} equal parts`, {
      ...failing,
      facts: { size, parts, axis: at },
    });
  }
  const one = isKnown(size) ? size / parts : size;
  return Array.from({ length: Math.max(0, parts) }, () => replaced(shape, at, one));
}

/** Split into parts of nearly equal size: the first ones get one more (numpy's `array_split`). */
export function splitNearly(shape: Sizes, parts: number, axis: number): Sizes[] {
  const at = axisOf(axis, shape.length);
  const size = shape[at] as Dimension;
  return Array.from({ length: parts }, (_, i) =>
    replaced(shape, at, isKnown(size) ? Math.floor(size / parts) + (i < size % parts ? 1 : 0) : size),
  );
}

/**
 * Split at indices: differences of neighbours, the last part up to the end
 * (`_compute_split_output_spec`). Keras does not bound the indices: sizes may come out negative.
 */
export function splitAt(shape: Sizes, indices: Sizes, axis: number): Sizes[] {
  const at = axisOf(axis, shape.length);
  const bounds: Sizes = [0, ...indices, shape[at] as Dimension];
  return bounds.slice(1).map((end, i) => replaced(shape, at, subtract(end, bounds[i] as Dimension)));
}

/** `axis 1: 28 / 4 = 7` */
export function explainSplit(shape: Sizes, parts: number, axis: number): string[] {
  const at = axisOf(axis, shape.length);
  const size = shape[at] as Dimension;
  return isKnown(size) && parts > 0 ? [`axis ${at}: ${size} / ${parts} = ${size / parts}`] : [];
}
