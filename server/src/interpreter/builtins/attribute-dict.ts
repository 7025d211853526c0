/** `__dict__`: a dict that reads and writes the attributes of an object, and the reverse. */
import type { Reason } from '../../shapes/reason';
import { type Heap, Namespace } from '../../values/heap';
import { type DictEntry, DictValue, str, unknown, type Value } from '../../values/value';

const NO_SLOTS: ReadonlySet<string> = new Set();

const made = new WeakMap<Namespace<Value>, AttributeDict>();

/** The dict of a namespace, each time the same: `globals() is globals()`. */
export function dictOfNamespace(namespace: Namespace<Value>, slots?: ReadonlySet<string>): AttributeDict {
  let dict = made.get(namespace);
  if (!dict) {
    dict = new AttributeDict(namespace, slots);
    made.set(namespace, dict);
  }
  return dict;
}

/** The entries of a namespace as they stand: programs go through them while they set attributes. */
class Entries implements ReadonlyMap<string, DictEntry> {
  constructor(
    private readonly namespace: Namespace<Value>,
    private readonly slots: ReadonlySet<string>,
  ) {}

  get size(): number {
    return this.slots.size === 0 ? this.namespace.size : [...this.entries()].length;
  }

  has(hash: string): boolean {
    return this.get(hash) !== undefined;
  }

  get(hash: string): DictEntry | undefined {
    if (!hash.startsWith('s:')) return undefined;
    const name = hash.slice(2);
    const value = this.slots.has(name) ? undefined : this.namespace.get(name);
    return value && { key: str(name), value };
  }

  forEach(run: (entry: DictEntry, hash: string, map: ReadonlyMap<string, DictEntry>) => void): void {
    for (const [hash, entry] of this) run(entry, hash, this);
  }

  *entries(): MapIterator<[string, DictEntry]> {
    for (const [name, value] of this.namespace.entries()) {
      if (!this.slots.has(name)) yield [`s:${name}`, { key: str(name), value }];
    }
  }

  *keys(): MapIterator<string> {
    for (const [hash] of this.entries()) yield hash;
  }

  *values(): MapIterator<DictEntry> {
    for (const [, entry] of this.entries()) yield entry;
  }

  [Symbol.iterator](): MapIterator<[string, DictEntry]> {
    return this.entries();
  }
}

export class AttributeDict extends DictValue {
  private readonly view: Entries;

  /** `slots`: attributes that `__slots__` keeps beside the dict. */
  constructor(
    private readonly namespace: Namespace<Value>,
    slots: ReadonlySet<string> = NO_SLOTS,
  ) {
    super();
    this.view = new Entries(namespace, slots);
  }

  override get entries(): ReadonlyMap<string, DictEntry> {
    return this.view;
  }

  override get uncertain(): Reason | null {
    return null;
  }

  override set(heap: Heap, _hash: string, key: Value, value: Value): void {
    if (key.kind === 'str') this.namespace.set(heap, key.value, value);
  }

  override delete(heap: Heap, hash: string): void {
    this.namespace.delete(heap, hash.slice(2));
  }

  override replace(heap: Heap, entries: Iterable<readonly [string, DictEntry]>): void {
    for (const { key } of [...this.entries.values()]) {
      if (key.kind === 'str') this.namespace.delete(heap, key.value);
    }
    for (const [hash, entry] of entries) this.set(heap, hash, entry.key, entry.value);
  }

  override forget(heap: Heap, reason: Reason): void {
    for (const name of [...this.namespace.names()]) this.namespace.set(heap, name, unknown(reason));
  }
}

/** Attributes that are the entries of a dict: after `self.__dict__ = …`. */
export class DictNamespace extends Namespace<Value> {
  constructor(readonly dict: DictValue) {
    super();
  }

  override get(name: string): Value | undefined {
    const { entries, uncertain } = this.dict;
    return entries.get(`s:${name}`)?.value ?? (uncertain ? unknown(uncertain) : undefined);
  }

  override has(name: string): boolean {
    return this.dict.entries.has(`s:${name}`);
  }

  override set(heap: Heap, name: string, value: Value): void {
    this.dict.set(heap, `s:${name}`, str(name), value);
  }

  override delete(heap: Heap, name: string): boolean {
    if (!this.has(name)) return false;
    this.dict.delete(heap, `s:${name}`);
    return true;
  }

  override names(): IterableIterator<string> {
    return new Map(this.pairs()).keys();
  }

  override entries(): IterableIterator<[string, Value]> {
    return new Map(this.pairs()).entries();
  }

  override get size(): number {
    return this.pairs().length;
  }

  private pairs(): [string, Value][] {
    const pairs: [string, Value][] = [];
    for (const { key, value } of this.dict.entries.values()) if (key.kind === 'str') pairs.push([key.value, value]);
    return pairs;
  }
}
