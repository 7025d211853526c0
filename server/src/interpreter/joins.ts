/**
 * What is left where either of two things may be the case: equal stays, tensors keep the dimensions
 * that agree, tuples and lists are joined item by item, the rest is unknown with the reason.
 */

import { isDynamic } from '../shapes/dimension';
import { type Reason, reason } from '../shapes/reason';
import { hasRank, isFullyKnown, joinShapes, type Shape } from '../shapes/shape';
import { type Each, eachAmong, joinEach } from '../values/each';
import { type Changes, type Heap, Namespace, type Stored } from '../values/heap';
import { sameCount } from '../values/quantity';
import { TensorValue } from '../values/tensor';
import {
  type DictContent,
  type DictEntry,
  DictValue,
  hasKnowledge,
  type ListContent,
  ListValue,
  objectsAmong,
  SetValue,
  type TupleValue,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../values/value';
import { AttributeDict } from './builtins/attribute-dict';

/** One meeting of paths. Remembers what it has joined, so that aliases stay aliases. */
export class Join {
  private readonly joined = new Map<object, Map<object, Value>>();
  /** What each container was joined to, on either side. */
  private readonly partners = new Map<object, Value[]>();

  constructor(
    private readonly why: Reason,
    /** Containers with a greater serial were made on one of the paths. */
    private readonly since: number,
    /** In later turns of a loop: sizes that are only known when the model runs count as the same. */
    readonly settled = false,
  ) {}

  /** `a` itself where `b` adds nothing: the fixpoint of a loop is found by that. */
  values(a: Value, b: Value, name: string | null = null): Value {
    if (a === b) return a;
    if (a.kind === 'unknown') return extended(a, b);
    if (b.kind === 'unknown') return extended(b, a);
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
        if (b.kind === 'tensor') return this.tensors(a, b) ?? this.different(name, a, b);
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
    return this.different(name, a, b);
  }

  /** One of two values, or of two things that are no values of Python's. */
  different(name: string | null, a?: Value, b?: Value): UnknownValue {
    const why = name === null ? this.why : reason(`\`${name}\` ${this.why.text}`, this.why.because, this.why.place);
    return a && b ? unknownAmong(why, [a, b]) : unknown(why);
  }

  private tensors(a: TensorValue, b: TensorValue): TensorValue | undefined {
    if (a.library !== b.library || a.symbolic !== b.symbolic || a.sparse !== b.sparse || a.ragged !== b.ragged)
      return undefined;
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
      a.classes !== b.classes ||
      producer !== a.producer ||
      (a.library === 'numpy' && !a.mixed && !isFullyKnown(shape)) ||
      !this.sameShape(a.shape, shape);
    if (!adds) return a;
    return new TensorValue({
      library: a.library,
      symbolic: a.symbolic,
      shape,
      dtype,
      producer,
      data,
      name,
      sparse: a.sparse,
      ragged: a.ragged,
      mixed: true,
    });
  }

  private tuples(a: TupleValue, b: TupleValue, name: string | null): Value {
    if (a.cls !== b.cls || a.items.length !== b.items.length) return this.different(name, a, b);
    const items = a.items.map((item, i) => this.values(item, b.items[i] as Value, name));
    if (items.every((item, i) => item === a.items[i])) return a;
    return { ...a, items };
  }

  /**
   * Two lists that the paths made themselves: one new list stands for both. A list from before may
   * have other names, through which a change would go unseen: unknown.
   */
  private lists(a: ListValue, b: ListValue, name: string | null): Value {
    if (!this.fresh(a, b) || a.cls !== b.cls) return this.different(name, a, b);
    return this.once(a, b, () => {
      const { items, uncertain, may, each } = joinLists(this, contentOf(a), contentOf(b), name);
      return new ListValue(uncertain ? [...may] : items, uncertain, a.cls, each);
    });
  }

  private dicts(a: DictValue, b: DictValue, name: string | null): Value {
    // `__dict__` stands for attributes, and is made anew each time that it is asked for.
    const isView = a instanceof AttributeDict || b instanceof AttributeDict;
    if (isView || !this.fresh(a, b) || a.cls !== b.cls || a.factory !== b.factory) return this.different(name, a, b);
    return this.once(a, b, () => {
      const { entries, uncertain, may } = joinDicts(this, a, b);
      return new DictValue(entries, { uncertain, may, cls: a.cls, factory: a.factory });
    });
  }

  private sets(a: SetValue, b: SetValue, name: string | null): Value {
    if (a.frozen !== b.frozen || (!a.frozen && !this.fresh(a, b))) return this.different(name, a, b);
    if (a.uncertain || b.uncertain || a.items.size !== b.items.size) return this.different(name, a, b);
    for (const hash of a.items.keys()) if (!b.items.has(hash)) return this.different(name, a, b);
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
    // One name's container may be another's on one path, and not on the other.
    const others = [...(this.partners.get(a) ?? []), ...(this.partners.get(b) ?? [])];
    const one = make();
    for (const side of [a, b]) this.partners.set(side, [...(this.partners.get(side) ?? []), one]);
    const made = others.length === 0 ? one : unknownAmong(this.why, [one, ...others]);
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

/** One of an unknown value and of what another value is; the first itself where that adds nothing. */
function extended(a: UnknownValue, b: Value): UnknownValue {
  const among = unknownAmong(a.reason, [a, b]);
  const joined = a.loaded && b.kind === 'unknown' && b.loaded ? { ...among, loaded: a.loaded } : among;
  const isSame =
    b.kind === 'unknown' &&
    ((a.count && sameCount(a.count, b.count)) || (a.isFloat && b.isFloat) || (a.isElement && b.isElement));
  const lost = hasKnowledge(a) && !isSame;
  return !lost && joined.only === a.only && (joined.may?.length ?? 0) === (a.may?.length ?? 0) ? a : joined;
}

function contentOf({ items, uncertain, may, each }: ListValue): ListContent {
  return { items: [...items], uncertain, may, each };
}

function joinLists(join: Join, a: ListContent, b: ListContent, name: string | null): ListContent {
  if (a.uncertain || b.uncertain || a.items.length !== b.items.length) {
    const may = objectsAmong([...a.items, ...a.may, ...b.items, ...b.may]);
    const each = eitherItem(a, b, join.reason);
    if (a.uncertain && may.length === a.may.length && each === a.each) return a;
    return { items: [], uncertain: a.uncertain ?? b.uncertain ?? join.reason, may, each };
  }
  return {
    items: a.items.map((item, i) => join.values(item, b.items[i] as Value, name)),
    uncertain: null,
    may: [],
    each: null,
  };
}

/** Longer lists are not gone through for what each item is. */
const MOST_EACH = 8192;

/** What each item is of a list that is one of two. */
function eitherItem(a: ListContent, b: ListContent, why: Reason): Each | null {
  if (a.items.length + b.items.length > MOST_EACH) return null;
  if ((a.uncertain && !a.each) || (b.uncertain && !b.each)) return null;
  const first = a.each ?? eachAmong(a.items, why);
  const second = b.each ?? eachAmong(b.items, why);
  return first && second ? joinEach(first, second, why) : (first ?? second);
}

type DictParts = Pick<DictValue, 'entries' | 'uncertain' | 'may'>;

function joinDicts(join: Join, a: DictParts, b: DictParts): DictContent {
  const entries = new Map<string, DictEntry>();
  let uncertain = a.uncertain ?? b.uncertain;
  const dropped: Value[] = [];
  for (const [hash, entry] of a.entries) {
    const other = b.entries.get(hash);
    if (other) entries.set(hash, { key: entry.key, value: join.values(entry.value, other.value) });
    else {
      dropped.push(entry.value);
      uncertain ??= join.reason;
    }
  }
  if (b.entries.size > entries.size) {
    for (const [hash, entry] of b.entries) if (!entries.has(hash)) dropped.push(entry.value);
    uncertain ??= join.reason;
  }
  const may = dropped.length + a.may.length + b.may.length > 0 ? objectsAmong([...a.may, ...b.may, ...dropped]) : [];
  return { entries, uncertain, may };
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
    const same =
      joined.uncertain === x.uncertain &&
      joined.may.length === x.may.length &&
      joined.each === x.each &&
      joined.items.every((item, i) => item === x.items[i]);
    if (same) return a;
    return joined;
  }
  if (target instanceof DictValue) {
    const [x, y] = [a as DictContent, b as DictContent];
    const joined = joinDicts(join, x, y);
    const same =
      joined.uncertain === x.uncertain &&
      joined.may.length === x.may.length &&
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
  if (a === undefined || b === undefined || mayBeEmpty(a) || mayBeEmpty(b)) {
    const [x, y] = [heldIn(a), heldIn(b)];
    if (x === undefined && y === undefined) return a ?? b;
    const held = x === undefined ? (y as Value) : y === undefined ? x : join.values(x, y, name);
    if (mayBeEmpty(a) && a.present === held) return a;
    return { ...unknownAmong(join.different(name).reason, [held]), only: false, present: held };
  }
  if (isValue(a) && isValue(b)) return join.values(a, b, name);
  return b;
}

function mayBeEmpty(content: unknown): content is UnknownValue {
  return isValue(content) && content.kind === 'unknown' && content.present !== undefined;
}

/** What a slot holds unless it is empty; undefined where it is, or where that is no value of Python's. */
function heldIn(content: unknown): Value | undefined {
  if (!isValue(content)) return undefined;
  return content.kind === 'unknown' ? (content.present ?? content) : content;
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
      changed ||= !join.settled || (isPython(target, joined) && !isOfSameUse(now, joined));
    }
  }
  for (const [target, unit, content] of writes) heap.write(target, unit, content);
  return changed;
}

/** Whether a slot holds Python values, whose joins come to an end. */
function isPython(target: Stored, content: unknown): boolean {
  return target instanceof ListValue || target instanceof DictValue || target instanceof SetValue || isValue(content);
}

/** Whether contents are as unknown as before, and no more than the objects that they may be or hold are added. */
function isOfSameUse(before: unknown, after: unknown): boolean {
  if (isValue(before)) return before.kind === 'unknown' && isValue(after) && after.kind === 'unknown';
  const [a, b] = [before, after] as Partial<ListContent & DictContent>[];
  if (!a?.uncertain || !b?.uncertain) return false;
  if (a.items) return true;
  const [x, y] = [a.entries, b.entries];
  return x !== undefined && x.size === y?.size && [...x].every(([hash, entry]) => y.get(hash)?.value === entry.value);
}

function widened(join: Join, target: Stored, unit: unknown, joined: unknown): unknown {
  if (target instanceof ListValue) {
    const { items, uncertain, may } = joined as ListContent;
    return { items: [], uncertain: uncertain ?? join.reason, may: objectsAmong([...items, ...may]), each: null };
  }
  if (target instanceof DictValue) {
    const { entries, may } = joined as DictContent;
    const held = [...entries.values()].map((entry) => entry.value);
    return { entries: new Map(), uncertain: join.reason, may: objectsAmong([...held, ...may]) };
  }
  if (!isValue(joined)) return joined;
  const why = join.different(target instanceof Namespace && typeof unit === 'string' ? unit : null);
  return unknownAmong(why.reason, [joined, why]);
}
