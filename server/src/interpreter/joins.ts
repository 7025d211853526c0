/**
 * What is left where either of two things may be the case: equal stays, tensors keep the dimensions
 * that agree, tuples and lists are joined item by item, the rest is unknown with the reason.
 */

import { isDynamic } from '../shapes/dimension';
import { type Reason, reason } from '../shapes/reason';
import { hasRank, joinShapes, type Shape } from '../shapes/shape';
import { type Changes, type Heap, Namespace, type Stored } from '../values/heap';
import { TensorValue } from '../values/tensor';
import { type DictEntry, DictValue, ListValue, SetValue, type TupleValue, unknown, type Value } from '../values/value';

/** One meeting of paths. Remembers what it has joined, so that aliases stay aliases. */
export class Join {
  private readonly joined = new Map<object, Map<object, Value>>();

  constructor(
    private readonly why: Reason,
    /** Containers with a greater serial were made on one of the paths. */
    private readonly since: number,
    /** In later turns of a loop: sizes that are only known when the model runs count as the same. */
    readonly settled = false,
  ) {}

  /** `a` itself where `b` adds nothing: the fixpoint of a loop is found by that. */
  values(a: Value, b: Value, name: string | null = null): Value {
    if (a === b || a.kind === 'unknown') return a;
    if (b.kind === 'unknown') return b;
    switch (a.kind) {
      case 'int':
      case 'bool':
      case 'str':
        if (b.kind === a.kind && b.value === a.value) return a;
        break;
      case 'float':
        if (b.kind === 'float' && Object.is(b.value, a.value)) return a;
        break;
      case 'complex':
        if (b.kind === 'complex' && Object.is(b.real, a.real) && Object.is(b.imaginary, a.imaginary)) return a;
        break;
      case 'bytes':
        if (b.kind === 'bytes' && b.value.length === a.value.length && a.value.every((x, i) => x === b.value[i])) {
          return a;
        }
        break;
      case 'range':
        if (b.kind === 'range' && b.start === a.start && b.stop === a.stop && b.step === a.step) return a;
        break;
      case 'slice':
        if (b.kind === 'slice') {
          const start = this.values(a.start, b.start);
          const stop = this.values(a.stop, b.stop);
          const step = this.values(a.step, b.step);
          const same = start === a.start && stop === a.stop && step === a.step;
          return same ? a : { kind: 'slice', start, stop, step };
        }
        break;
      case 'method':
        if (b.kind === 'method' && b.self === a.self && b.function === a.function) return a;
        break;
      case 'tensor':
        if (b.kind === 'tensor') return this.tensors(a, b) ?? this.different(name);
        break;
      case 'tuple':
        if (b.kind === 'tuple') return this.tuples(a, b, name);
        break;
      case 'list':
        if (b.kind === 'list') return this.lists(a, b, name);
        break;
      case 'dict':
        if (b.kind === 'dict') return this.dicts(a, b, name);
        break;
      case 'set':
        if (b.kind === 'set') return this.sets(a, b, name);
        break;
    }
    return this.different(name);
  }

  different(name: string | null): Value {
    return unknown(name === null ? this.why : reason(`\`${name}\` ${this.why.text}`, this.why.because, this.why.place));
  }

  private tensors(a: TensorValue, b: TensorValue): TensorValue | undefined {
    if (a.library !== b.library || a.symbolic !== b.symbolic) return undefined;
    const shape = joinShapes(a.shape, b.shape, this.why);
    const dtype = a.dtype === b.dtype ? a.dtype : '?';
    const data =
      a.data && b.data && a.data.length === b.data.length && a.data.every((x, i) => x === b.data?.[i]) ? a.data : null;
    const name = a.name === b.name ? a.name : null;
    const producer = a.producer === b.producer ? a.producer : null;
    const adds =
      dtype !== a.dtype ||
      data !== a.data ||
      name !== a.name ||
      producer !== a.producer ||
      !this.sameShape(a.shape, shape);
    return adds ? new TensorValue({ library: a.library, symbolic: a.symbolic, shape, dtype, producer, data, name }) : a;
  }

  private tuples(a: TupleValue, b: TupleValue, name: string | null): Value {
    if (a.cls !== b.cls || a.items.length !== b.items.length) return this.different(name);
    const items = a.items.map((item, i) => this.values(item, b.items[i] as Value, name));
    if (items.every((item, i) => item === a.items[i])) return a;
    return { ...a, items };
  }

  /**
   * Two lists that the paths made themselves: one new list stands for both. A list from before may
   * have other names, through which a change would go unseen: unknown.
   */
  private lists(a: ListValue, b: ListValue, name: string | null): Value {
    if (!this.fresh(a, b) || a.cls !== b.cls) return this.different(name);
    return this.once(a, b, () => {
      const content = joinLists(this, contentOf(a), contentOf(b), name);
      return new ListValue(content.items, content.uncertain, a.cls);
    });
  }

  private dicts(a: DictValue, b: DictValue, name: string | null): Value {
    if (!this.fresh(a, b) || a.cls !== b.cls || a.factory !== b.factory) return this.different(name);
    return this.once(a, b, () => {
      const { entries, uncertain } = joinDicts(this, a, b);
      return new DictValue(entries, { uncertain, cls: a.cls, factory: a.factory });
    });
  }

  private sets(a: SetValue, b: SetValue, name: string | null): Value {
    if (a.frozen !== b.frozen || (!a.frozen && !this.fresh(a, b))) return this.different(name);
    if (a.uncertain || b.uncertain || a.items.size !== b.items.size) return this.different(name);
    for (const hash of a.items.keys()) if (!b.items.has(hash)) return this.different(name);
    return a.frozen ? a : this.once(a, b, () => new SetValue(a.items, false));
  }

  /** Whether one of the paths made it: on the others it does not exist. */
  isFresh(target: Stored): boolean {
    return target.serial > this.since;
  }

  private fresh(a: { serial: number }, b: { serial: number }): boolean {
    return a.serial > this.since && b.serial > this.since;
  }

  private once(a: object, b: object, make: () => Value): Value {
    let row = this.joined.get(a);
    if (!row) {
      row = new Map();
      this.joined.set(a, row);
    }
    const known = row.get(b);
    if (known) return known;
    const made = make();
    row.set(b, made);
    return made;
  }

  private sameShape(before: Shape, after: Shape): boolean {
    if (before === after) return true;
    if (!hasRank(before) || !hasRank(after) || before.length !== after.length) return false;
    return before.every((d, i) => d === after[i] || (this.settled && isDynamic(d) && isDynamic(after[i] ?? 0)));
  }

  get reason(): Reason {
    return this.why;
  }
}

interface ListContent {
  readonly items: Value[];
  readonly uncertain: Reason | null;
}

function contentOf(list: ListValue): ListContent {
  return { items: [...list.items], uncertain: list.uncertain };
}

function joinLists(join: Join, a: ListContent, b: ListContent, name: string | null): ListContent {
  if (a.uncertain) return a;
  if (b.uncertain) return b;
  if (a.items.length !== b.items.length) return { items: [], uncertain: join.reason };
  return { items: a.items.map((item, i) => join.values(item, b.items[i] as Value, name)), uncertain: null };
}

interface DictContent {
  readonly entries: ReadonlyMap<string, DictEntry>;
  readonly uncertain: Reason | null;
}

function joinDicts(join: Join, a: DictContent, b: DictContent): DictContent {
  const entries = new Map<string, DictEntry>();
  let uncertain = a.uncertain ?? b.uncertain;
  for (const [hash, entry] of a.entries) {
    const other = b.entries.get(hash);
    if (other) entries.set(hash, { key: entry.key, value: join.values(entry.value, other.value) });
    else uncertain ??= join.reason;
  }
  if (b.entries.size > entries.size) uncertain ??= join.reason;
  return { entries, uncertain };
}

/**
 * Joins the contents of one slot. Contents that are no Python values are joined by their owner;
 * undefined is a name that is not bound.
 */
function joinContents(join: Join, target: Stored, unit: unknown, a: unknown, b: unknown): unknown {
  if (a === b) return a;
  if (target.join) return target.join(unit, a, b, join.reason);
  if (target instanceof ListValue) {
    const [x, y] = [a as ListContent, b as ListContent];
    const joined = joinLists(join, x, y, null);
    if (joined.uncertain === x.uncertain && joined.items.every((item, i) => item === x.items[i])) return a;
    return joined;
  }
  if (target instanceof DictValue) {
    const [x, y] = [a as DictContent, b as DictContent];
    const joined = joinDicts(join, x, y);
    const same =
      joined.uncertain === x.uncertain &&
      joined.entries.size === x.entries.size &&
      [...joined.entries].every(([hash, entry]) => x.entries.get(hash)?.value === entry.value);
    return same ? a : joined;
  }
  if (target instanceof SetValue) {
    const [x, y] = [a, b] as { items: ReadonlyMap<string, Value>; uncertain: Reason | null }[];
    if (!x || !y) return a;
    if (x.uncertain) return a;
    const same =
      !y.uncertain && x.items.size === y.items.size && [...x.items.keys()].every((hash) => y.items.has(hash));
    return same ? a : { items: new Map(), uncertain: y.uncertain ?? join.reason };
  }
  const name = target instanceof Namespace && typeof unit === 'string' ? unit : null;
  if (a === undefined || b === undefined) {
    const present = a ?? b;
    if (!isValue(present)) return present;
    return present.kind === 'unknown' ? present : join.different(name);
  }
  if (isValue(a) && isValue(b)) return join.values(a, b, name);
  return b;
}

const KINDS: ReadonlySet<string> = new Set([
  'None',
  'Ellipsis',
  'NotImplemented',
  'bool',
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'tuple',
  'list',
  'dict',
  'set',
  'range',
  'slice',
  'function',
  'native',
  'method',
  'property',
  'staticmethod',
  'classmethod',
  'class',
  'instance',
  'super',
  'module',
  'iterator',
  'tensor',
  'unknown',
]);

function isValue(content: unknown): content is Value {
  return typeof content === 'object' && content !== null && KINDS.has((content as { kind?: string }).kind ?? '');
}

/**
 * Joins states that all follow from the heap's present one, and makes the result stand. A state is
 * what its slots hold; slots that it does not name hold what they hold now.
 */
export function joinStates(heap: Heap, states: readonly Changes[], join: Join): void {
  if (states.length === 1) {
    heap.apply(states[0] as Changes);
    return;
  }
  const seen = new Map<Stored, Set<unknown>>();
  const writes: [Stored, unknown, unknown][] = [];
  for (const state of states) {
    for (const [target, slots] of state) {
      let done = seen.get(target);
      if (!done) {
        done = new Set();
        seen.set(target, done);
      }
      for (const unit of slots.keys()) {
        if (done.has(unit)) continue;
        done.add(unit);
        if (join.isFresh(target)) {
          writes.push([target, unit, slots.get(unit)]);
          continue;
        }
        const now = heap.read(target, unit);
        let content: unknown;
        states.forEach((other, i) => {
          const theirs = other.get(target);
          const held = theirs?.has(unit) ? theirs.get(unit) : now;
          content = i === 0 ? held : joinContents(join, target, unit, content, held);
        });
        if (content !== now) writes.push([target, unit, content]);
      }
    }
  }
  for (const [target, unit, content] of writes) heap.write(target, unit, content);
}

/**
 * Joins one turn of a loop into the state before it. Gives whether anything changed: if not, the
 * state holds before every turn. With `widen`, what changes is given up at once.
 */
export function joinTurn(heap: Heap, turn: Changes, join: Join, widen: boolean): boolean {
  const writes: [Stored, unknown, unknown][] = [];
  let changed = false;
  for (const [target, slots] of turn) {
    for (const [unit, content] of slots) {
      if (join.isFresh(target)) {
        writes.push([target, unit, content]);
        continue;
      }
      const now = heap.read(target, unit);
      let joined = joinContents(join, target, unit, now, content);
      if (joined === now) continue;
      if (widen) joined = widened(join, target, unit, joined);
      writes.push([target, unit, joined]);
      // Owners of other contents may join to something new each time: one turn shows them what there is.
      changed ||= !join.settled || isPython(target, joined);
    }
  }
  for (const [target, unit, content] of writes) heap.write(target, unit, content);
  return changed;
}

/** Whether a slot holds Python values, whose joins come to an end. */
function isPython(target: Stored, content: unknown): boolean {
  return target instanceof ListValue || target instanceof DictValue || target instanceof SetValue || isValue(content);
}

function widened(join: Join, target: Stored, unit: unknown, joined: unknown): unknown {
  if (target instanceof ListValue) return { items: [], uncertain: (joined as ListContent).uncertain ?? join.reason };
  if (target instanceof DictValue) return { entries: new Map(), uncertain: join.reason };
  if (target instanceof Namespace && isValue(joined)) return join.different(typeof unit === 'string' ? unit : null);
  if (isValue(joined)) return join.different(null);
  return joined;
}
