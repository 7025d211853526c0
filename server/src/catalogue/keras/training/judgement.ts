/**
 * Arithmetic of labels' and outputs' shapes, as losses and metrics do it: each step gives sizes, says
 * that they surely clash, or that it cannot be told.
 *
 * The first size is the batch's. It is a number where it is known how many samples a batch holds.
 */
import { type Dimension, isKnown, product, surelyDiffer, surelyEqual } from '../../../shapes/dimension';
import { formatShape } from '../../../shapes/shape';

export type Sizes = readonly Dimension[];

/** What becomes of some shapes: the sizes that come out, what clashes, or that it is not known. */
export type Judgement =
  | { readonly kind: 'fits'; readonly sizes: Sizes }
  | { readonly kind: 'clash'; readonly message: string }
  | { readonly kind: 'open' };

/** Thrown by the steps below, and only inside of `judge`. */
class Verdict {
  constructor(readonly judgement: Judgement) {}
}

/** Runs the steps of a loss or metric. */
export function judge(steps: () => Sizes): Judgement {
  try {
    return { kind: 'fits', sizes: steps() };
  } catch (thrown) {
    if (thrown instanceof Verdict) return thrown.judgement;
    throw thrown;
  }
}

export function clash(message: string): never {
  throw new Verdict({ kind: 'clash', message });
}

export function open(): never {
  throw new Verdict({ kind: 'open' });
}

/** `a * b`: sizes are aligned at their ends, and 1 goes with everything. */
export function broadcast(a: Sizes, b: Sizes): Sizes {
  const rank = Math.max(a.length, b.length);
  const at = (sizes: Sizes, axis: number): Dimension => sizes[axis - rank + sizes.length] ?? 1;
  return Array.from({ length: rank }, (_, axis) => {
    const [one, other] = [at(a, axis), at(b, axis)];
    if (one === 1) return other;
    if (other === 1 || surelyEqual(one, other)) return one;
    if (isKnown(one) && isKnown(other)) {
      clash(`\`${formatShape(a)}\` does not broadcast with \`${formatShape(b)}\``);
    }
    return isKnown(one) ? one : isKnown(other) ? other : open();
  });
}

/** Both must be alike, as far as is known. */
export function alike(a: Sizes, b: Sizes): Sizes {
  if (a.length !== b.length) clash(`\`${formatShape(a)}\` has ${a.length} axes, and \`${formatShape(b)}\` ${b.length}`);
  return a.map((size, axis) => {
    const other = b[axis] as Dimension;
    if (surelyDiffer(size, other)) clash(`\`${formatShape(a)}\` is not \`${formatShape(b)}\``);
    return isKnown(size) ? size : other;
  });
}

/** Both must hold the same number of elements. */
export function sameCount(a: Sizes, b: Sizes): Sizes {
  const [one, other] = [product(a), product(b)];
  if (isKnown(one) && isKnown(other)) {
    if (one !== other) clash(`\`${formatShape(a)}\` and \`${formatShape(b)}\` hold different numbers of elements`);
    return a;
  }
  // With the batch left out of both, which each has once.
  const [rest, otherRest] = [product(a.slice(1)), product(b.slice(1))];
  if (
    a.length > 0 &&
    b.length > 0 &&
    surelyEqual(a[0] as Dimension, b[0] as Dimension) &&
    surelyDiffer(rest, otherRest)
  )
    clash(`\`${formatShape(a)}\` and \`${formatShape(b)}\` hold different numbers of elements`);
  return a;
}

/** Without the last axis. */
export function reduceLast(sizes: Sizes): Sizes {
  return sizes.slice(0, -1);
}

/** `squeeze(x, -1)` */
export function squeezeLast(sizes: Sizes): Sizes {
  const last = sizes[sizes.length - 1];
  if (last === undefined) clash('there is no axis to take off');
  if (isKnown(last) && last !== 1) clash(`the last axis of \`${formatShape(sizes)}\` is not 1`);
  return sizes.slice(0, -1);
}

/** Whether the last axis, which is not the batch, is 1; `null` where that is not known. */
export function endsInOne(sizes: Sizes): boolean | null {
  const last = sizes[sizes.length - 1];
  if (last === undefined || sizes.length === 1) return false;
  if (isKnown(last)) return last === 1;
  // Keras' None is not 1 to it.
  return last.kind === 'dynamic' ? false : null;
}
