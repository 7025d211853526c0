/** How many elements data sets have (tensorflow/core/data: each data set's `CardinalityInternal`). */
import { type Dimension, isKnown, type UnknownDimension, unknownDimension } from '../../../shapes/dimension';
import type { Cardinality } from '../../keras/data/element-spec';

function isNumber(cardinality: Cardinality): cardinality is number {
  return typeof cardinality === 'number';
}

/** A first size as a number of elements. */
export function cardinalityOf(rows: Dimension | undefined): Cardinality {
  if (typeof rows === 'number') return rows;
  if (rows !== undefined && rows.kind === 'unknown') return rows;
  return unknownDimension({ text: 'how many rows there are is not known' });
}

/** A number of the program's; `None` and what is not known are no numbers. */
export type Count = number | UnknownDimension | null;

/** What is left where a count of the program's is not known. */
function open(count: Count): Cardinality {
  const text = 'a number of elements is not known';
  return count !== null && typeof count === 'object' ? count : unknownDimension({ text });
}

/** `batch(size)` */
export function batched(cardinality: Cardinality, size: Count, dropRemainder: boolean | null): Cardinality {
  if (!isNumber(cardinality)) return cardinality;
  if (size === null || !isKnown(size) || size < 1 || dropRemainder === null) return open(size);
  return dropRemainder ? Math.floor(cardinality / size) : Math.ceil(cardinality / size);
}

/** `repeat(count)`; no count is for ever. */
export function repeated(cardinality: Cardinality, count: Count): Cardinality {
  if (count === null || count === -1) return cardinality === 0 ? 0 : 'infinite';
  if (!isKnown(count)) return open(count);
  if (count === 0) return 0;
  return isNumber(cardinality) ? cardinality * count : cardinality;
}

export function taken(cardinality: Cardinality, count: Count): Cardinality {
  if (count === null || !isKnown(count)) return open(count);
  if (count < 0) return cardinality;
  if (cardinality === 'infinite') return count;
  return isNumber(cardinality) ? Math.min(cardinality, count) : cardinality;
}

export function skipped(cardinality: Cardinality, count: Count): Cardinality {
  if (count === null || !isKnown(count)) return open(count);
  if (count < 0) return 0;
  return isNumber(cardinality) ? Math.max(0, cardinality - count) : cardinality;
}

/** One data set behind another. */
export function joined(a: Cardinality, b: Cardinality): Cardinality {
  if (a === 'infinite' || b === 'infinite') return 'infinite';
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (!isNumber(a)) return a;
  return isNumber(b) ? a + b : b;
}

/** Side by side: until the shortest ends. */
export function shortest(all: readonly Cardinality[]): Cardinality {
  if (all.includes('unknown')) return 'unknown';
  const finite = all.filter((one) => one !== 'infinite');
  const open = finite.find((one) => !isNumber(one));
  if (open !== undefined) return open;
  return finite.length === 0 ? 'infinite' : Math.min(...(finite as number[]));
}

export interface Windows {
  readonly size: Count;
  readonly shift: Count;
  readonly stride: Count;
  readonly dropRemainder: boolean | null;
}

/** `window(size, shift, stride, drop_remainder)` */
export function windowed(cardinality: Cardinality, { size, shift, stride, dropRemainder }: Windows): Cardinality {
  if (!isNumber(cardinality)) return cardinality;
  const known = [size, shift, stride].every((one) => one !== null && isKnown(one) && one > 0);
  if (!known || dropRemainder === null) return open(size);
  if (!dropRemainder) return Math.ceil(cardinality / Number(shift));
  const reach = (Number(size) - 1) * Number(stride) + 1;
  return cardinality < reach ? 0 : Math.floor((cardinality - reach) / Number(shift)) + 1;
}

export function sharded(cardinality: Cardinality, shards: Count, index: Count): Cardinality {
  if (!isNumber(cardinality)) return cardinality;
  if (shards === null || index === null || !isKnown(shards) || !isKnown(index) || shards < 1) return open(shards);
  return Math.floor(cardinality / shards) + (index < cardinality % shards ? 1 : 0);
}
