/**
 * What a top-level statement has read of things older than itself, and what it has left in them. A
 * statement whose reads all hold what they held is not run again: its writes are put back.
 */
import { type Heap, Namespace, type Stored } from '../values/heap';
import { OUTLIVES, type Slots, startWatch, stopWatch, type Watch, WHOLE } from '../values/watch';
import { sameContent } from './same-content';

/** A slot of something older than the statement that wrote to it. */
export interface Write {
  readonly target: Stored;
  readonly unit: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a stretch of a run has read. */
export interface Reading {
  readonly reads: Slots;
  /** A number of its own, by which `Readers` knows it. */
  readonly reader: number;
}

export interface Effects extends Reading {
  /** In the order in which the slots were first written. */
  readonly writes: readonly Write[];
  /** Set where something has changed whose readers are not noted. */
  readonly disturbs: boolean;
}

/** Runs something and gives its effects. What it has written then stands: the trail does not lead back any more. */
export function effectsOf(heap: Heap, run: () => void): Effects {
  const watch = startWatch();
  try {
    run();
  } finally {
    stopWatch();
    heap.forget();
  }
  readersMade += 1;
  return { reads: watch.reads, reader: readersMade, writes: writesOf(watch), disturbs: watch.disturbs };
}

let readersMade = 0;

function writesOf({ before, reads }: Watch): Write[] {
  const writes: Write[] = [];
  for (const [target, units] of before) {
    for (const [unit, old] of units) {
      const after = target.peek(unit);
      writes.push({ target, unit, before: old, after });
      // It may be that nothing was written in the end: so it holds only where the slot holds that.
      if (after !== old) continue;
      const known = reads.get(target);
      if (known) known.add(unit);
      else reads.set(target, new Set([unit]));
    }
  }
  return writes;
}

/** Takes writes back: the newest statement's first. */
export function undo({ writes }: Effects): void {
  for (let i = writes.length - 1; i >= 0; i--) {
    const { target, unit, before } = writes[i] as Write;
    if (before === undefined && target instanceof Namespace) target.takeBack(unit as string);
    else target.restore(unit, before);
  }
}

/** Puts them back where they were taken back. */
export function redo({ writes }: Effects): void {
  for (const { target, unit, after } of writes) target.restore(unit, after);
}

/** The readers of each slot of a thing. Most slots have one. */
type ReadersOfSlots = Map<unknown, number | Set<number>>;

/**
 * Which stretches of a run have read a slot.
 *
 * It holds numbers for what a run makes, never the things themselves. Those are garbage with the next keystroke, but a
 * table of V8's that has grown leaves behind one that still points to what stood in it, and in the old generation that
 * keeps all of it alive until a whole collection: each collection of the young generation would copy all the runs before.
 */
export class Readers {
  /** By the serial of the thing; what libraries declare has none of its own, and outlives every run. */
  private readonly byThing = new Map<number | Stored, ReadersOfSlots>();

  add({ reads, reader }: Reading): void {
    for (const [target, units] of reads) {
      const thing = keyOf(target);
      let slots = this.byThing.get(thing);
      if (!slots) {
        slots = new Map();
        this.byThing.set(thing, slots);
      }
      for (const unit of units) {
        const there = slots.get(unit);
        if (there instanceof Set) there.add(reader);
        else slots.set(unit, there === undefined ? reader : new Set([there, reader]));
      }
    }
  }

  remove({ reads, reader }: Reading): void {
    for (const [target, units] of reads) {
      const thing = keyOf(target);
      const slots = this.byThing.get(thing);
      if (!slots) continue;
      for (const unit of units) {
        const there = slots.get(unit);
        if (there === reader || (there instanceof Set && there.delete(reader) && there.size === 0)) slots.delete(unit);
      }
      if (slots.size === 0) this.byThing.delete(thing);
    }
  }

  /** Tells `found` of those that have read a slot, or all of the thing that it belongs to. */
  of(target: Stored, unit: unknown, found: (reader: number) => void): void {
    const slots = this.byThing.get(keyOf(target));
    for (const one of [unit, WHOLE]) {
      const there = slots?.get(one);
      if (there instanceof Set) there.forEach(found);
      else if (there !== undefined) found(there);
    }
  }
}

function keyOf(target: Stored): number | Stored {
  return target.serial === OUTLIVES ? target : target.serial;
}

/** A unit of its own in `Differences`: slots were put into the thing in another order. */
const ORDER: unique symbol = Symbol('order');

/**
 * Where the state now differs from the one in which the statements to come were run, and what was held
 * there then.
 */
export class Differences {
  private readonly slots = new Map<Stored, Map<unknown, unknown>>();
  /** Who has read a slot that differs, or has differed before: nobody else need be looked at. */
  private readonly suspects = new Set<number>();
  /**
   * Slots that have come to differ since they were last asked for. A statement that is run again leaves in most of its
   * slots what it had left there: between its being taken back and its having run nobody looks.
   */
  private fresh: (readonly [target: Stored, unit: unknown])[] = [];
  /** Names that were put where there were none, by statements that stand no more, and by those in their place. */
  private namesThen: Write[] = [];
  private namesNow: Write[] = [];
  /** Set where there are some that no slot shows: nothing can be taken over from here on. */
  disturbed = false;

  constructor(private readonly readers: Readers) {}

  get none(): boolean {
    return this.slots.size === 0 && !this.disturbed;
  }

  /** Whether something that was run in the other state might do something else in this one. */
  touches({ reads, reader }: Reading): boolean {
    if (this.disturbed) return true;
    // Asked of each statement behind an edit, most often while nothing differs.
    if (this.slots.size === 0) return false;
    this.suspectReaders();
    if (!this.suspects.has(reader)) return false;
    for (const [target, units] of this.slots) {
      const seen = reads.get(target);
      if (!seen) continue;
      if (seen.has(WHOLE)) return true;
      const [few, many] = units.size < seen.size ? [units, seen] : [seen, units];
      for (const unit of few.keys()) if (many.has(unit)) return true;
    }
    return false;
  }

  /** Whether that is so of any of some, which are known by their numbers. */
  touchesAny(readings: ReadonlyMap<number, Reading>): boolean {
    if (this.disturbed) return true;
    this.suspectReaders();
    for (const reader of this.suspects) {
      const reading = readings.get(reader);
      if (reading && this.touches(reading)) return true;
    }
    return false;
  }

  /** A statement that was run then does not stand here any more. */
  removed(was: Effects): void {
    for (const { target, unit, after } of was.writes) this.compare(target, unit, after, target.peek(unit));
    this.namesThen.push(...namesAdded(was));
    this.disturbed ||= was.disturbs;
  }

  /** A statement was run that did not stand here then. Gives its effects, with what was held then in place of what is the same. */
  added(now: Effects): Effects {
    this.namesNow.push(...namesAdded(now));
    this.disturbed ||= now.disturbs;
    const writes = now.writes.map((write) => {
      const { target, unit, before, after } = write;
      const units = this.slots.get(target);
      const held = units?.has(unit) ? units.get(unit) : before;
      if (!this.compare(target, unit, held, after) || held === after) return write;
      target.restore(unit, held);
      return { ...write, after: held };
    });
    return { ...now, writes };
  }

  /** What was removed and added before this is all that stood, and stands, in one place. */
  between(): void {
    const { namesThen, namesNow } = this;
    if (namesThen.length === 0 && namesNow.length === 0) return;
    const sameOrder =
      namesThen.length === namesNow.length &&
      namesThen.every((one, i) => one.unit === namesNow[i]?.unit && one.target === namesNow[i]?.target);
    if (!sameOrder) for (const { target } of [...namesThen, ...namesNow]) this.compare(target, ORDER, true, false);
    this.namesThen = [];
    this.namesNow = [];
  }

  /** A statement's writes are put back: from here on its slots hold what they held then. Gives its effects here. */
  repeated<T extends Effects>(was: T): T {
    if (!this.isWritten(was)) {
      redo(was);
      return was;
    }
    const writes = was.writes.map((write) => {
      const { target, unit, after } = write;
      const units = this.slots.get(target);
      const differs = units?.has(unit) === true;
      const now = differs ? { ...write, before: target.peek(unit) } : write;
      target.restore(unit, after);
      if (units?.delete(unit) && units.size === 0) this.slots.delete(target);
      return now;
    });
    return { ...was, writes };
  }

  private suspectReaders(): void {
    if (this.fresh.length === 0) return;
    for (const [target, unit] of this.fresh) {
      if (this.slots.get(target)?.has(unit)) this.readers.of(target, unit, (reader) => this.suspects.add(reader));
    }
    this.fresh = [];
  }

  private isWritten({ writes }: Effects): boolean {
    for (const { target, unit } of writes) if (this.slots.get(target)?.has(unit)) return true;
    return false;
  }

  /** Notes whether a slot holds what it held then. */
  private compare(target: Stored, unit: unknown, then: unknown, now: unknown): boolean {
    const units = this.slots.get(target);
    const same = sameContent(then, now);
    if (!same) {
      if (!units?.has(unit)) this.fresh.push([target, unit]);
      if (units) units.set(unit, then);
      else this.slots.set(target, new Map([[unit, then]]));
    } else if (units?.delete(unit) && units.size === 0) this.slots.delete(target);
    return same;
  }
}

/** Writes that put a name where there was none: their order is the order of the names. */
function namesAdded({ writes }: Effects): Write[] {
  return writes.filter(
    ({ target, before, after }) => before === undefined && after !== undefined && target instanceof Namespace,
  );
}
