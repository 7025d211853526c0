/**
 * What a stretch of a run reads and writes of things that are older than itself.
 *
 * While a watch is on, every look into a `Stored` and every write to one is noted if the thing existed
 * when the watch began. With that a top-level statement need not run again after an edit: where all that
 * it read holds what it held, it would do what it did, to the same things. What the statement makes
 * itself nobody before it can see, so nothing of that is noted.
 */
import type { Stored } from './heap';

/** Stands for all of a thing: for looks that see more than one slot. */
export const WHOLE: unique symbol = Symbol('whole');

/** The serial of what no statement makes: it is there before the first, though it may be made when first asked for. */
export const OUTLIVES = 0;

let made = 0;
let disturbed = 0;
let outliving = false;

/** How many mutable things were made so far: those of a branch have serials above what this gave before it. */
export function serials(): number {
  return made;
}

/** The next number in the order of creation. */
export function nextSerial(): number {
  if (outliving) return OUTLIVES;
  made += 1;
  return made;
}

/** Makes what outlives the statement that happens to ask for it first. */
export function outlives<T>(make: () => T): T {
  const before = outliving;
  outliving = true;
  try {
    return make();
  } finally {
    outliving = before;
  }
}

/** Slots of things: of each target some units. */
export type Slots = Map<Stored, Set<unknown>>;

export class Watch {
  readonly reads: Slots = new Map();
  /** What each slot held before it was first written. */
  readonly before = new Map<Stored, Map<unknown, unknown>>();
  /** Set where something was written whose readers are not noted: any statement behind may have read it. */
  disturbs = false;
}

/** Serials up to this are older than the watch that is on; below all of them where none is. */
let horizon = -1;
let current: Watch | null = null;

export function startWatch(): Watch {
  if (current) throw new Error('a watch is on already');
  current = new Watch();
  horizon = made;
  return current;
}

export function stopWatch(): void {
  current = null;
  horizon = -1;
}

/**
 * Runs something and tells which slots of what is older than itself it has read or written; null where others may have
 * changed. The watch that is on is told of them as if nothing had come between.
 */
export function slotsOf<T>(run: () => T): { readonly value: T; readonly slots: Slots | null } {
  const [outer, limit] = [current, horizon];
  const inner = new Watch();
  current = inner;
  horizon = made;
  let value: T;
  try {
    value = run();
  } finally {
    current = outer;
    horizon = limit;
    if (outer) hand(inner, outer, limit);
  }
  for (const [target, units] of inner.before) for (const unit of units.keys()) addRead(inner, target, unit);
  return { value, slots: inner.disturbs ? null : inner.reads };
}

/** What an inner watch has noted, to the outer one as far as it is older than that. */
function hand(inner: Watch, outer: Watch, limit: number): void {
  for (const [target, units] of inner.reads) {
    if (target.serial <= limit) for (const unit of units) addRead(outer, target, unit);
  }
  for (const [target, slots] of inner.before) {
    if (target.serial > limit) continue;
    const known = outer.before.get(target);
    if (!known) outer.before.set(target, slots);
    else for (const [unit, old] of slots) if (!known.has(unit)) known.set(unit, old);
  }
  outer.disturbs ||= inner.disturbs;
}

/** Called by a `Stored` whenever it tells something of itself. */
export function touch(target: Stored, serial: number, unit: unknown): void {
  if (serial <= horizon) noteRead(target, unit);
}

function noteRead(target: Stored, unit: unknown): void {
  if (current) addRead(current, target, unit);
}

function addRead({ reads }: Watch, target: Stored, unit: unknown): void {
  const units = reads.get(target);
  if (units) units.add(unit);
  else reads.set(target, new Set([unit]));
}

/** Called before a slot of a `Stored` is written. */
export function touchBeforeWrite(target: Stored, serial: number, key: unknown): void {
  if (serial > horizon || !current) return;
  const unit = target.unit(key);
  // The rest of the unit stays.
  if (unit !== key) noteRead(target, unit);
  if (target.isDeclared) current.disturbs = true;
  const slots = current.before.get(target);
  if (!slots) current.before.set(target, new Map([[unit, target.peek(unit)]]));
  else if (!slots.has(unit)) slots.set(unit, target.peek(unit));
}

/** Something has changed in a way that no slot shows. */
export function disturb(): void {
  disturbed += 1;
  if (current) current.disturbs = true;
}

/** How often that was so: what was read of slots before may be otherwise now. */
export function disturbances(): number {
  return disturbed;
}
