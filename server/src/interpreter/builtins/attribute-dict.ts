/** `__dict__`: a dict that reads and writes the attributes of an object. */
import type { Reason } from '../../shapes/reason';
import type { Heap, Namespace } from '../../values/heap';
import { type DictEntry, DictValue, str, unknown, type Value } from '../../values/value';

export class AttributeDict extends DictValue {
  constructor(private readonly namespace: Namespace<Value>) {
    super();
  }

  override get entries(): ReadonlyMap<string, DictEntry> {
    const entries = new Map<string, DictEntry>();
    for (const [name, value] of this.namespace.entries()) entries.set(`s:${name}`, { key: str(name), value });
    return entries;
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
    for (const name of [...this.namespace.names()]) this.namespace.delete(heap, name);
    for (const [hash, entry] of entries) this.set(heap, hash, entry.key, entry.value);
  }

  override forget(heap: Heap, reason: Reason): void {
    for (const name of [...this.namespace.names()]) this.namespace.set(heap, name, unknown(reason));
  }
}
