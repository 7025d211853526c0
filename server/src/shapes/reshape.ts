/** Reshaping: the sizes behind the batch, by Keras' `compute_reshape_output_shape`. */
import {
  type Dimension,
  dynamic,
  floorDivide,
  isDynamic,
  isKnown,
  isUnknown,
  product,
  surelyEqual,
  unknownDimension,
} from './dimension';
import { equations, over, times } from './formula';

/** A size that is asked for: one to be worked out (-1), a number, a `None`, or not known. */
export type Target = Dimension | 'rest';

/**
 * The sizes of a reshaped tensor. What is to be worked out is a `None` as soon as any size on either
 * side is one, even where the others would tell; and nothing else is checked then.
 */
export function reshaped(sizes: readonly Dimension[], target: readonly Target[]): Dimension[] {
  const given = target.filter((size): size is Dimension => size !== 'rest');
  if (given.length === target.length) return given;
  return target.map((size) => (size === 'rest' ? restOf(sizes, given) : size));
}

function restOf(sizes: readonly Dimension[], given: readonly Dimension[]): Dimension {
  const all = [...sizes, ...given];
  if (all.some(isDynamic)) return openRest(sizes, given) ?? dynamic();
  const unknown = all.find(isUnknown);
  if (unknown) return unknownDimension(unknown.reason);
  return Number(product(sizes)) / Number(product(given));
}

/** What is left over, in terms of the sizes that only a run will tell; null where it cannot be said. */
export function openRest(sizes: readonly Dimension[], given: readonly Dimension[]): Dimension | null {
  const [whole, part] = [product(sizes), product(given)];
  if (isUnknown(whole) || isUnknown(part) || part === 0) return null;
  const rest = floorDivide(whole, part);
  return isDynamic(rest) ? rest : null;
}

/** Whether the numbers of elements cannot be the same; only where every size is a number. */
export function cannotReshape(sizes: readonly Dimension[], target: readonly Target[]): boolean {
  const given = target.filter((size): size is Dimension => size !== 'rest');
  if (![...sizes, ...given].every(isKnown)) return false;
  const [before, after] = [Number(product(sizes)), Number(product(given))];
  return given.length === target.length ? before !== after : after === 0 || before % after !== 0;
}

/** How the size that is worked out comes about: `128 / (4·4) = 8`. */
export function explainReshape(sizes: readonly Dimension[], target: readonly Target[]): string[] {
  const given = target.filter((size): size is Dimension => size !== 'rest');
  if (given.length === target.length || ![...sizes, ...given].every(isKnown)) return [];
  if (given.length === 0) return explainFlatten(sizes);
  return equations([over(product(sizes), given.length === 1 ? (given[0] ?? 1) : times(...given))]);
}

/** The one size that is left when all of them are joined: a `None` where any is one, 1 where there is none. */
export function flattened(sizes: readonly Dimension[]): Dimension {
  return sizes.some(isDynamic) ? (openRest(sizes, []) ?? dynamic()) : product(sizes);
}

export function explainFlatten(sizes: readonly Dimension[]): string[] {
  const joined = product(sizes);
  return sizes.length < 2 || surelyEqual(joined, sizes[0] ?? 1) ? [] : equations([times(...sizes)]);
}
