/**
 * One heap with a trail.
 *
 * Everything mutable in the interpreted program (environments, lists, dicts, instances, name
 * counters, models) is a `Stored`; every write to one goes through a method that logs on the trail
 * what it overwrites. A checkpoint is a position on the trail. Taking back to a checkpoint serves
 * branches (run one side, take it back, run the other, join), what-if tries, and runs that start
 * again after an edit.
 */
import type { Reason } from '../shapes/reason';

let made = 0;

/** How many mutable things were made so far: those of a branch have serials above what this gave before it. */
export function serials(): number {
  return made;
}

/** The next number in the order of creation. */
export function nextSerial(): number {
  made += 1;
  return made;
}

/** A mutable thing. Only the heap calls `peek`, `restore` and `unit`. */
export interface Stored {
  /**
   * Order of creation (`nextSerial`). What a branch has made itself is not joined with what the
   * other branch left: there it does not exist.
   */
  readonly serial?: number;
  /** What now stands under a key, in a form that `restore` takes and later writes do not change. */
  peek(key: unknown): unknown;
  /** Puts back what stood under a key, without logging. */
  restore(key: unknown, old: unknown): void;
  /**
   * The key under which writes to `key` are compared and joined between branches: the key itself
   * for independent slots, one common key where slots depend on each other (the items of a list).
   */
  unit(key: unknown): unknown;
  /**
   * What a unit holds where two branches left different contents, for contents that are not
   * Python values; without it the later branch's content stays.
   */
  readonly join?: ((unit: unknown, a: unknown, b: unknown, reason: Reason) => unknown) | undefined;
}

export type Checkpoint = number;

/** Contents of the slots that were written in some stretch of a run. */
export type Changes = Map<Stored, Map<unknown, unknown>>;

/** A stretch of the trail that was taken back, with what brings it back. Opaque. */
export interface Suspended {
  readonly trail: readonly unknown[];
  readonly changes: Changes;
}

export class Heap {
  /** Target, key and old content of each write, one after the other: a write is logged whole or not at all. */
  private readonly trail: unknown[] = [];
  private nextId = 1;

  /** A new identity, for `id()`, hashing and printing. */
  identity(): number {
    return this.nextId++;
  }

  /** Called by a `Stored` before it changes: logs what the slot holds. */
  log(target: Stored, key: unknown, old: unknown): void {
    this.trail.push(target, key, old);
  }

  checkpoint(): Checkpoint {
    return this.trail.length;
  }

  /** How many writes the trail holds. */
  get length(): number {
    return this.trail.length / 3;
  }

  /** Takes back every write since a checkpoint, the newest first. */
  rollback(to: Checkpoint): void {
    const { trail } = this;
    for (let i = trail.length - 3; i >= to; i -= 3) (trail[i] as Stored).restore(trail[i + 1], trail[i + 2]);
    trail.length = to;
  }

  /** What the slots that were written since a checkpoint hold now. */
  changesSince(from: Checkpoint): Changes {
    const { trail } = this;
    const changes: Changes = new Map();
    for (let i = from; i < trail.length; i += 3) {
      const target = trail[i] as Stored;
      const unit = target.unit(trail[i + 1]);
      let slots = changes.get(target);
      if (!slots) {
        slots = new Map();
        changes.set(target, slots);
      }
      if (!slots.has(unit)) slots.set(unit, target.peek(unit));
    }
    return changes;
  }

  /** Writes contents back, logged: the state of a branch that had been taken back stands again. */
  apply(changes: Changes): void {
    for (const [target, slots] of changes) {
      for (const [unit, content] of slots) this.write(target, unit, content);
    }
  }

  /** Takes back as `rollback` does, and gives what `resume` needs to make the stretch stand again, checkpoints and all. */
  suspend(to: Checkpoint): Suspended {
    const suspended = { trail: this.trail.slice(to), changes: this.changesSince(to) };
    this.rollback(to);
    return suspended;
  }

  /** Makes a suspended stretch stand again. The trail must be where `suspend` left it. */
  resume({ trail, changes }: Suspended): void {
    for (const [target, slots] of changes) {
      for (const [unit, content] of slots) target.restore(unit, content);
    }
    for (const entry of trail) this.trail.push(entry);
  }

  /** Writes a whole unit of a target, logged. */
  write(target: Stored, unit: unknown, content: unknown): void {
    this.log(target, unit, target.peek(unit));
    target.restore(unit, content);
  }
}

/** A single mutable slot. */
export class Cell<T> implements Stored {
  readonly serial = nextSerial();
  readonly join: Stored['join'];

  /** `join`: what it holds where two branches left different contents that are not Python values. */
  constructor(
    private content: T,
    join?: (a: T, b: T, reason: Reason) => T,
  ) {
    this.join = join && ((_unit, a, b, reason) => join(a as T, b as T, reason));
  }

  get value(): T {
    return this.content;
  }

  set(heap: Heap, value: T): void {
    if (value === this.content) return;
    heap.log(this, null, this.content);
    this.content = value;
  }

  peek(): unknown {
    return this.content;
  }

  restore(_key: unknown, old: unknown): void {
    this.content = old as T;
  }

  unit(): unknown {
    return null;
  }
}

/** Names and what they hold, in the order of their first binding: an environment, an instance, a class, a module. */
export class Namespace<T> implements Stored {
  readonly serial = nextSerial();
  private readonly slots: Map<string, T>;

  constructor(initial?: Iterable<readonly [string, T]>) {
    this.slots = new Map(initial);
  }

  get(name: string): T | undefined {
    return this.slots.get(name);
  }

  has(name: string): boolean {
    return this.slots.has(name);
  }

  set(heap: Heap, name: string, value: T): void {
    heap.log(this, name, this.slots.get(name));
    this.slots.set(name, value);
  }

  /** Sets without logging, in a namespace that was only just made: there is nothing to take back. */
  declare(name: string, value: T): void {
    this.slots.set(name, value);
  }

  /** Whether there was something to delete. */
  delete(heap: Heap, name: string): boolean {
    const old = this.slots.get(name);
    if (old === undefined) return false;
    heap.log(this, name, old);
    this.slots.delete(name);
    return true;
  }

  names(): IterableIterator<string> {
    return this.slots.keys();
  }

  entries(): IterableIterator<[string, T]> {
    return this.slots.entries();
  }

  get size(): number {
    return this.slots.size;
  }

  peek(key: unknown): unknown {
    return this.slots.get(key as string);
  }

  restore(key: unknown, old: unknown): void {
    if (old === undefined) this.slots.delete(key as string);
    else this.slots.set(key as string, old as T);
  }

  unit(key: unknown): unknown {
    return key;
  }
}
