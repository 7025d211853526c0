/** Sizes with borders added or cut off, and repeated. */
import { type Dimension, isKnown, isUnknown, surelyEqual } from './dimension';
import { compute, equations, minus, plus, type Term, times } from './formula';

/** What is added or cut off before and behind on one axis. */
export type Border = readonly [before: Dimension, after: Dimension];

const padTerm = (size: Dimension, [before, after]: Border): Term => plus(size, before, after);
const cropTerm = (size: Dimension, [before, after]: Border): Term => minus(size, before, after);

export function padded(sizes: readonly Dimension[], borders: readonly Border[]): Dimension[] {
  return termsOf(sizes, borders, padTerm).map(compute);
}

export function cropped(sizes: readonly Dimension[], borders: readonly Border[]): Dimension[] {
  return termsOf(sizes, borders, cropTerm).map(compute);
}

/**
 * What Python's slice `[before:-after]` (`[before:]` for 0) leaves of each size: nothing where the ends
 * cross, and negative numbers count from the other end. A `None` stays one.
 */
export function sliced(sizes: readonly Dimension[], borders: readonly Border[], free: Dimension): Dimension[] {
  return sizes.map((size, axis) => {
    const [before, after] = borders[axis] ?? [0, 0];
    const unknown = [size, before, after].find(isUnknown);
    if (unknown) return unknown;
    if (!isKnown(size) || !isKnown(before) || !isKnown(after)) return free;
    const bounded = (index: number) => Math.min(Math.max(index < 0 ? index + size : index, 0), size);
    return Math.max(0, (after === 0 ? size : bounded(-after)) - bounded(before));
  });
}

/** Each size as often as its factor says (UpSampling). */
export function repeated(sizes: readonly Dimension[], factors: readonly Dimension[]): Dimension[] {
  return termsOf(sizes, factors, times).map(compute);
}

export function explainPadded(sizes: readonly Dimension[], borders: readonly Border[]): string[] {
  return explain(sizes, termsOf(sizes, borders, padTerm));
}

export function explainCropped(sizes: readonly Dimension[], borders: readonly Border[]): string[] {
  return explain(sizes, termsOf(sizes, borders, cropTerm));
}

export function explainRepeated(sizes: readonly Dimension[], factors: readonly Dimension[]): string[] {
  return explain(sizes, termsOf(sizes, factors, times));
}

function termsOf<T>(sizes: readonly Dimension[], by: readonly T[], term: (size: Dimension, by: T) => Term): Term[] {
  return sizes.map((size, axis) => {
    const change = by[axis];
    return change === undefined ? size : term(size, change);
  });
}

function explain(sizes: readonly Dimension[], terms: readonly Term[]): string[] {
  return equations(terms.filter((term, axis) => !surelyEqual(sizes[axis] as Dimension, compute(term))));
}
