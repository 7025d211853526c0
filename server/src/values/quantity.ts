/**
 * Numbers that are not known, and what is known of them all the same: the length `n` of an array, an
 * index `i` of a loop over `range(n - 3)`, and that `i + 3` is then at most `n`. Enough to know how much
 * `data[i:i + 3]` takes of data whose length nobody knows.
 */
import { Cell, type Heap } from './heap';
import { outlives } from './watch';

/** `of + offset` */
export interface Count {
  readonly of: Quantity;
  readonly offset: number;
}

interface Learned {
  readonly least: number;
  /** What it is at most. */
  readonly most: readonly Count[];
}

const NOTHING: Learned = { least: Number.NEGATIVE_INFINITY, most: [] };

/** One number, the same wherever it is met. */
export class Quantity {
  private readonly learned = outlives(() => new Cell<Learned>(NOTHING, either));

  constructor(
    private readonly smallest: number,
    private readonly most: Count | number | null = null,
  ) {}

  get least(): number {
    return Math.max(this.smallest, this.learned.value.least);
  }

  get bounds(): readonly (Count | number)[] {
    const { most } = this.learned.value;
    return this.most === null ? most : [this.most, ...most];
  }

  /** From here on it is at least so much: else the program would have ended. */
  isAtLeast(heap: Heap, least: number): void {
    if (least <= this.least) return;
    this.learned.set(heap, { ...this.learned.value, least });
  }

  /** From here on it is at most that. */
  isAtMost(heap: Heap, most: Count): void {
    const known = this.learned.value;
    if (known.most.some((one) => sameCount(one, most))) return;
    this.learned.set(heap, { ...known, most: [...known.most, most] });
  }
}

/** What holds on both of two paths. */
function either(a: Learned, b: Learned): Learned {
  const most = a.most.filter((one) => b.most.some((other) => sameCount(one, other)));
  if (a.least <= b.least && most.length === a.most.length) return a;
  return { least: Math.min(a.least, b.least), most };
}

export function sameCount(a: Count | undefined, b: Count | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.of === b.of && a.offset === b.offset);
}

/** More steps than this are not taken to find out that one number is not above another. */
const DEEPEST = 4;

/** Whether `a` is surely not above `b`. */
export function notAbove(a: Count | number, b: Count | number, depth = 0): boolean {
  if (typeof a === 'number') return typeof b === 'number' ? a <= b : a <= b.of.least + b.offset;
  if (typeof b !== 'number' && a.of === b.of) return a.offset <= b.offset;
  if (depth > DEEPEST) return false;
  return a.of.bounds.some((bound) => notAbove(shifted(bound, a.offset), b, depth + 1));
}

export function shifted(count: Count | number, by: number): Count | number {
  return typeof count === 'number' ? count + by : { of: count.of, offset: count.offset + by };
}

/** `a - b` where it is a number. */
export function difference(a: Count | number, b: Count | number): number | null {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : null;
  return typeof b !== 'number' && a.of === b.of ? a.offset - b.offset : null;
}

/** `a <= b` has turned out to be true. */
export function learnNotAbove(heap: Heap, a: Count | number, b: Count | number): void {
  if (typeof a !== 'number') {
    const bound = shifted(b, -a.offset);
    if (typeof bound !== 'number') a.of.isAtMost(heap, bound);
  } else if (typeof b !== 'number') b.of.isAtLeast(heap, a - b.offset);
}
