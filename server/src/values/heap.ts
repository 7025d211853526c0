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
import { Remembered } from './remembered';
import { nextSerial, OUTLIVES, touch, touchBeforeWrite, WHOLE } from './watch';

/** A mutable thing. Only the heap calls `peek`, `restore` and `unit`. Whatever it tells of itself it `touch`es first. */
export interface Stored {
  /**
   * Order of creation (`nextSerial`). What a branch has made itself is not joined with what the
   * other branch left: there it does not exist.
   */
  readonly serial: number;
  /** Set where a library declares it: programs hardly ever write to it, so its readers are not noted. */
  readonly isDeclared?: boolean;
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

export class Heap {
  /** Target, key and old content of each write, one after the other: a write is logged whole or not at all. */
  private readonly trail: unknown[] = [];
  private readonly remembered = new Remembered();
  private nextId = 1;

  /** A new identity, for `id()`, hashing and printing. */
  identity(): number {
    return this.nextId++;
  }

  /** Called by a `Stored` before it changes: logs what the slot holds. */
  log(target: Stored, key: unknown, old: unknown): void {
    touchBeforeWrite(target, target.serial, key);
    this.remembered.written(target, key);
    this.trail.push(target, key, old);
  }

  /** What now stands under a unit, for the program to go on with. */
  read(target: Stored, unit: unknown): unknown {
    touch(target, target.serial, unit);
    return target.peek(unit);
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
    for (let i = trail.length - 3; i >= to; i -= 3) {
      const target = trail[i] as Stored;
      target.restore(trail[i + 1], trail[i + 2]);
      this.remembered.written(target, trail[i + 1]);
    }
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

  /**
   * What `run` gives, or gave to the same question about the same thing in this statement, where nobody else has written
   * since to what it has read or written. What it did then is not done again.
   */
  answer<T>(of: object, question: string, run: () => T): T {
    return this.remembered.answer(of, question, run);
  }

  /** Gives up taking back what was written so far: a statement is over. */
  forget(): void {
    this.trail.length = 0;
    this.remembered.forget();
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

  /** `joined`: what it holds where two branches left different contents that are not Python values. */
  constructor(
    private content: T,
    private readonly joined?: (a: T, b: T, reason: Reason) => T,
  ) {}

  get join(): Stored['join'] {
    const { joined } = this;
    return joined && ((_unit, a, b, reason) => joined(a as T, b as T, reason));
  }

  get value(): T {
    touch(this, this.serial, null);
    return this.content;
  }

  set(heap: Heap, value: T): void {
    if (value === this.content) {
      touch(this, this.serial, null);
      return;
    }
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
  readonly serial: number;
  readonly isDeclared: boolean;
  /** Undefined is what a name holds that was taken back. */
  private readonly slots: Map<string, T | undefined>;
  /**
   * Names that were taken back and keep their places for a while, the first of them last: nearly all are put back in the
   * order in which they stood, and a table of thousands of names is not made anew for each edit above them.
   */
  private readonly takenBack: string[] = [];

  /** `isDeclared`: of a class or module that a library declares, whoever asks for it first. */
  constructor(initial?: Iterable<readonly [string, T]>, isDeclared = false) {
    this.serial = isDeclared ? OUTLIVES : nextSerial();
    this.isDeclared = isDeclared;
    this.slots = new Map(initial);
  }

  get(name: string): T | undefined {
    if (!this.isDeclared) touch(this, this.serial, name);
    return this.slots.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(heap: Heap, name: string, value: T): void {
    heap.log(this, name, this.slots.get(name));
    this.put(name, value);
  }

  /** Sets without logging, in a namespace that was only just made: there is nothing to take back. */
  declare(name: string, value: T): void {
    this.slots.set(name, value);
  }

  /** Whether there was something to delete. */
  delete(heap: Heap, name: string): boolean {
    const old = this.get(name);
    if (old === undefined) return false;
    heap.log(this, name, old);
    this.slots.delete(name);
    return true;
  }

  names(): IterableIterator<string> {
    touch(this, this.serial, WHOLE);
    this.giveUpPlaces();
    return this.slots.keys();
  }

  entries(): IterableIterator<[string, T]> {
    touch(this, this.serial, WHOLE);
    this.giveUpPlaces();
    return this.slots.entries() as IterableIterator<[string, T]>;
  }

  get size(): number {
    touch(this, this.serial, WHOLE);
    return this.slots.size - this.takenBack.length;
  }

  peek(key: unknown): unknown {
    return this.slots.get(key as string);
  }

  restore(key: unknown, old: unknown): void {
    const name = key as string;
    if (old !== undefined) this.put(name, old as T);
    else if (this.slots.get(name) !== undefined) this.slots.delete(name);
  }

  /** `restore` to nothing of the name that was put here last, by a statement that is likely to be put back. */
  takeBack(name: string): void {
    if (this.slots.get(name) === undefined) return;
    this.slots.set(name, undefined);
    this.takenBack.push(name);
  }

  private put(name: string, value: T): void {
    const { takenBack } = this;
    if (takenBack.length > 0 && this.slots.get(name) === undefined) {
      if (takenBack[takenBack.length - 1] === name) takenBack.pop();
      else this.giveUpPlaces();
    }
    this.slots.set(name, value);
  }

  /** What is put here now stands behind all that stands here. */
  private giveUpPlaces(): void {
    for (const name of this.takenBack) this.slots.delete(name);
    this.takenBack.length = 0;
  }

  unit(key: unknown): unknown {
    return key;
  }
}
