/**
 * What a Python expression can be, as far as the interpreter follows it.
 *
 * Values know neither syntax nor the interpreter nor LSP. Immutable ones are plain frozen objects;
 * what Python can change goes through the `Heap`. `is` in Python is identity of these objects, but
 * for ints, floats and strings, whose identity Python leaves open.
 */
import type { Dimension } from '../shapes/dimension';
import type { Reason } from '../shapes/reason';
import type { Arguments, Signature } from './arguments';
import type { Context, Generation } from './context';
import type { Each } from './each';
import type { Heap, Stored } from './heap';
import { Cell, Namespace } from './heap';
import type { Count } from './quantity';
import type { TensorValue } from './tensor';
import { disturb, nextSerial, outlives, touch } from './watch';

export type Value =
  | NoneValue
  | EllipsisValue
  | NotImplementedValue
  | BoolValue
  | IntValue
  | FloatValue
  | ComplexValue
  | StrValue
  | BytesValue
  | TupleValue
  | ListValue
  | DictValue
  | SetValue
  | RangeValue
  | SliceValue
  | FunctionValue
  | NativeFunction
  | BoundMethod
  | PropertyValue
  | StaticMethodValue
  | ClassMethodValue
  | ClassValue
  | InstanceValue
  | SuperValue
  | ModuleValue
  | IteratorValue
  | TensorValue
  | UnknownValue;

// ---------------------------------------------------------------- unknown

/** Not known, and why. Any operation on it is unknown for the same reason. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: Reason;
  /** Objects of the program, one of which it may be: what is done to it may be done to them. */
  readonly may?: readonly Value[];
  /** Whether it is surely one of `may`. */
  readonly only?: boolean;
  /** Plain values, one of which it surely is: what is computed with it is computed with each. */
  readonly oneOf?: readonly Value[];
  /** In a slot that may be empty: what it holds if it is not. */
  readonly present?: Value;
  /** An int, of which something is known. */
  readonly count?: Count;
  /** A float of Python's. */
  readonly isFloat?: boolean;
  /** One element of an array of unknown type: a number or a text, and no array to what computes with it. */
  readonly isElement?: boolean;
  /** What an `if` learns that asks for it. */
  readonly learn?: (heap: Heap, isTrue: boolean) => void;
  /** What any of its items is, made anew for each turn of a loop. */
  readonly item?: () => Value;
  /** What it is where it is taken apart into so many: that tells of it, too. */
  readonly unpacked?: (count: number, context: Context) => readonly Value[] | null;
  /** Set for what a file holds: its attributes as far as only arrays have them. What is in it is like it. */
  readonly loaded?: (name: string) => Value | undefined;
}

export function unknown(reason: Reason): UnknownValue {
  return { kind: 'unknown', reason };
}

/** Not known, but a number or text, or what holds only such: none of the program's objects. */
export function unknownPlain(reason: Reason): UnknownValue {
  return { kind: 'unknown', reason, may: [], only: true };
}

export function isPlain(value: Value): boolean {
  switch (value.kind) {
    case 'None':
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
      return true;
    case 'unknown':
      return value.only === true && value.may?.length === 0;
    default:
      return false;
  }
}

/** More objects than this are not remembered for an unknown value. */
const MOST_POSSIBLE = 64;

/** Not known, but it is one of these values: the objects among them are remembered. */
export function unknownAmong(reason: Reason, values: Iterable<Value>): UnknownValue {
  const may = new Set<Value>();
  let only = true;
  for (const value of values) {
    if (!collectObjects(value, may)) only = false;
    if (may.size > MOST_POSSIBLE) {
      only = false;
      break;
    }
  }
  if (may.size === 0) return { kind: 'unknown', reason };
  return only ? { kind: 'unknown', reason, may: [...may], only } : { kind: 'unknown', reason, may: [...may] };
}

/** The objects that some values are or hold, by which a change of one would be seen. */
export function objectsAmong(values: Iterable<Value>): readonly Value[] {
  const may = new Set<Value>();
  for (const value of values) {
    collectObjects(value, may);
    if (may.size > MOST_POSSIBLE) break;
  }
  return [...may];
}

/** Adds the object that a value is, or those that it holds. Gives whether the value is one of those added. */
function collectObjects(value: Value, may: Set<Value>): boolean {
  switch (value.kind) {
    case 'unknown':
      for (const one of value.may ?? []) may.add(one);
      return value.only === true;
    case 'list':
    case 'dict':
    case 'instance':
    case 'iterator':
    case 'function':
    case 'class':
    case 'method':
    case 'module':
      may.add(value);
      return true;
    case 'set':
      if (value.frozen) return false;
      may.add(value);
      return true;
    case 'tuple':
      for (const item of value.items) collectObjects(item, may);
      return false;
    case 'native':
    case 'staticmethod':
    case 'classmethod':
      may.add(value);
      return true;
    default:
      return false;
  }
}

/** One of several plain values; which one is not known for the reason given. */
export function oneOf(values: readonly Value[], reason: Reason): UnknownValue {
  return { kind: 'unknown', reason, oneOf: values };
}

/** What an operation on it gives: not known for the same reason, and nothing of what is known of itself. */
export function withoutKnowledge(value: UnknownValue): UnknownValue {
  if (!hasKnowledge(value)) return value;
  const { reason, may, only, present, loaded } = value;
  return {
    kind: 'unknown',
    reason,
    ...(may && { may }),
    ...(only !== undefined && { only }),
    ...(present && { present }),
    ...(loaded && { loaded }),
  };
}

/** Whether more is known of it than that it is not known. */
export function hasKnowledge({ count, isFloat, isElement, learn, item, unpacked }: UnknownValue): boolean {
  return [count, isFloat, isElement, learn, item, unpacked].some((known) => known !== undefined);
}

export function isUnknownValue(value: Value): value is UnknownValue {
  return value.kind === 'unknown';
}

// ---------------------------------------------------------------- scalars

export interface NoneValue {
  readonly kind: 'None';
}
export interface EllipsisValue {
  readonly kind: 'Ellipsis';
}
export interface NotImplementedValue {
  readonly kind: 'NotImplemented';
}
export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}
/** `value` is a number when it is a safe integer, a bigint otherwise: see `integer`. */
export interface IntValue {
  readonly kind: 'int';
  readonly value: number | bigint;
}
export interface FloatValue {
  readonly kind: 'float';
  readonly value: number;
}
export interface ComplexValue {
  readonly kind: 'complex';
  readonly real: number;
  readonly imaginary: number;
}
/** `value` holds Python's code points as UTF-16: a length must count code points. */
export interface StrValue {
  readonly kind: 'str';
  readonly value: string;
}
export interface BytesValue {
  readonly kind: 'bytes';
  readonly value: Uint8Array;
}

export const NONE: NoneValue = { kind: 'None' };
export const ELLIPSIS: EllipsisValue = { kind: 'Ellipsis' };
export const NOT_IMPLEMENTED: NotImplementedValue = { kind: 'NotImplemented' };
export const TRUE: BoolValue = { kind: 'bool', value: true };
export const FALSE: BoolValue = { kind: 'bool', value: false };

const SMALL: readonly IntValue[] = Array.from({ length: 1281 }, (_, i) => ({ kind: 'int', value: i - 256 }));

export function bool(value: boolean): BoolValue {
  return value ? TRUE : FALSE;
}

export function int(value: number | bigint): IntValue {
  if (typeof value === 'number') {
    if (value >= -256 && value <= 1024) return SMALL[value + 256] as IntValue;
    return { kind: 'int', value: Number.isSafeInteger(value) ? value : BigInt(value) };
  }
  if (value >= -9007199254740991n && value <= 9007199254740991n) return int(Number(value));
  return { kind: 'int', value };
}

export function float(value: number): FloatValue {
  return { kind: 'float', value };
}

export function str(value: string): StrValue {
  return { kind: 'str', value };
}

// ---------------------------------------------------------------- containers

export interface TupleValue {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  /** Class of a namedtuple or of another subclass of tuple. */
  readonly cls?: ClassValue;
  /** See `partsOf`. */
  readonly parts?: number;
}

export function tuple(items: readonly Value[]): TupleValue {
  return { kind: 'tuple', items };
}

export interface RangeValue {
  readonly kind: 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

export interface SliceValue {
  readonly kind: 'slice';
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  /** How much it takes of the axis that it is meant for, though its bounds or the axis are not known. */
  readonly takes?: Dimension;
}

/**
 * A list. `uncertain` is set where its length or items are not known any more (an append in a loop
 * over unknown data): then `items` means nothing, every read is unknown for that reason but for what
 * `each` says of all items, and `may` has the objects that it may hold.
 */
export class ListValue implements Stored {
  readonly kind = 'list';
  /** Order of creation. */
  readonly serial = nextSerial();
  private content: ListContent;
  /** See `partsOf`. */
  parts = 1;
  /** Class of a subclass of list, else null. */
  readonly cls: ClassValue | null;

  /** An uncertain list is given the objects that it may hold for its items. */
  constructor(
    items: Value[] = [],
    uncertain: Reason | null = null,
    cls: ClassValue | null = null,
    each: Each | null = null,
  ) {
    this.content = uncertain ? { items: [], uncertain, may: items, each } : { items, uncertain, may: [], each: null };
    this.cls = cls;
  }

  get items(): readonly Value[] {
    touch(this, this.serial, 'all');
    return this.content.items;
  }

  get uncertain(): Reason | null {
    touch(this, this.serial, 'all');
    return this.content.uncertain;
  }

  /** Objects that it may hold, where it is uncertain. */
  get may(): readonly Value[] {
    touch(this, this.serial, 'all');
    return this.content.may;
  }

  /** What each of its items is, where it is uncertain and that is known. */
  get each(): Each | null {
    touch(this, this.serial, 'all');
    return this.content.each;
  }

  set(heap: Heap, index: number, value: Value): void {
    heap.log(this, index, this.content.items[index]);
    this.content.items[index] = value;
  }

  append(heap: Heap, value: Value): void {
    heap.log(this, 'append', undefined);
    this.content.items.push(value);
  }

  /** Replaces all items, for what is neither `set` nor `append`. */
  replace(heap: Heap, items: Value[]): void {
    heap.log(this, 'all', this.content);
    this.content = { items, uncertain: null, may: [], each: null };
  }

  /**
   * From here on neither length nor items are known, but for what `each` of them is. `added` may have
   * been put in.
   */
  forget(heap: Heap, reason: Reason, added: Iterable<Value> = [], each: Each | null = null): void {
    touch(this, this.serial, 'all');
    const { items, uncertain, may: before, each: earlier } = this.content;
    const may = objectsAmong([...items, ...before, ...added]);
    if (uncertain && may.length === before.length && each === earlier) return;
    heap.log(this, 'all', this.content);
    this.content = { items: [], uncertain: reason, may, each };
  }

  peek(key: unknown): unknown {
    if (key === 'all') return { ...this.content, items: this.content.items.slice() };
    return typeof key === 'number' ? this.content.items[key] : undefined;
  }

  restore(key: unknown, old: unknown): void {
    if (key === 'all') {
      const content = old as ListContent;
      this.content = { ...content, items: content.items.slice() };
    } else if (key === 'append') this.content.items.pop();
    else this.content.items[key as number] = old as Value;
  }

  unit(): unknown {
    return 'all';
  }
}

/** What a list holds: see `ListValue`. */
export interface ListContent {
  readonly items: Value[];
  readonly uncertain: Reason | null;
  readonly may: readonly Value[];
  readonly each: Each | null;
}

export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
}

/** What a dict holds: see `DictValue`. */
export interface DictContent {
  readonly entries: Map<string, DictEntry>;
  readonly uncertain: Reason | null;
  readonly may: readonly Value[];
}

/**
 * A dict, by the keys' hashes (see `hashKey`), in insertion order. Where `uncertain` is set it may
 * hold more and other things than its entries: a key that is not found is unknown, and `may` has the
 * objects that there may be beside the entries.
 */
/**
 * How many values a list, tuple or dict is when it is taken apart, as far as the program has written it down: one that holds
 * another one twice, which holds a third one twice, and so on, has more than anybody can look at.
 */
export function partsOf(value: Value): number {
  if (value.kind === 'tuple') return value.parts ?? value.items.length + 1;
  return value.kind === 'list' || value.kind === 'dict' ? value.parts : 1;
}

/** A container with more parts is not followed. No file is long enough to write so many down one by one. */
const MOST_PARTS = 2_000_000;

/** The parts of a container that holds some values; null where they are too many. */
export function partsWith(items: Iterable<Value>): number | null {
  let parts = 1;
  for (const item of items) parts += partsOf(item);
  return parts <= MOST_PARTS ? parts : null;
}

export class DictValue implements Stored {
  readonly kind = 'dict';
  readonly serial = nextSerial();
  private content: DictContent;
  /** See `partsOf`. */
  parts = 1;
  /** Class of a subclass (OrderedDict, defaultdict, Counter), else null. */
  readonly cls: ClassValue | null;
  /** What `defaultdict` calls for a missing key. */
  readonly factory: Value | null;

  constructor(
    entries: Iterable<readonly [string, DictEntry]> = [],
    options: {
      uncertain?: Reason | null;
      may?: readonly Value[];
      cls?: ClassValue | null;
      factory?: Value | null;
    } = {},
  ) {
    this.content = { entries: new Map(entries), uncertain: options.uncertain ?? null, may: options.may ?? [] };
    this.cls = options.cls ?? null;
    this.factory = options.factory ?? null;
  }

  get entries(): ReadonlyMap<string, DictEntry> {
    touch(this, this.serial, 'all');
    return this.content.entries;
  }

  get uncertain(): Reason | null {
    touch(this, this.serial, 'all');
    return this.content.uncertain;
  }

  /** Objects that it may hold beside its entries, where it is uncertain. */
  get may(): readonly Value[] {
    touch(this, this.serial, 'all');
    return this.content.may;
  }

  set(heap: Heap, hash: string, key: Value, value: Value): void {
    const old = this.content.entries.get(hash);
    heap.log(this, hash, old);
    this.content.entries.set(hash, { key: old ? old.key : key, value });
  }

  delete(heap: Heap, hash: string): void {
    heap.log(this, 'all', this.peek('all'));
    this.content.entries.delete(hash);
  }

  replace(heap: Heap, entries: Iterable<readonly [string, DictEntry]>): void {
    heap.log(this, 'all', this.content);
    this.content = { entries: new Map(entries), uncertain: null, may: [] };
  }

  /** From here on nothing that it holds is known. `added` may have been put in. */
  forget(heap: Heap, reason: Reason, added: Iterable<Value> = []): void {
    touch(this, this.serial, 'all');
    const { entries, may } = this.content;
    heap.log(this, 'all', this.content);
    const held = [...entries.values()].map((entry) => entry.value);
    this.content = { entries: new Map(), uncertain: reason, may: objectsAmong([...held, ...may, ...added]) };
  }

  peek(key: unknown): unknown {
    if (key === 'all') return { ...this.content, entries: new Map(this.content.entries) };
    return this.content.entries.get(key as string);
  }

  restore(key: unknown, old: unknown): void {
    if (key === 'all') {
      const content = old as DictContent;
      this.content = { ...content, entries: new Map(content.entries) };
    } else if (old === undefined) this.content.entries.delete(key as string);
    else this.content.entries.set(key as string, old as DictEntry);
  }

  unit(): unknown {
    return 'all';
  }
}

/**
 * How a set's hash table came about, which decides the order of its items: made with so many
 * slots, the first `merged` items put in at once, the others added one by one.
 */
export interface SetLayout {
  readonly size: number;
  readonly merged: number;
  /** Items that are no longer in it, and take up slots until the table grows. */
  readonly removed?: readonly RemovedItem[];
  /** The slot where `pop` looks next. */
  readonly finger?: number;
}

export interface RemovedItem {
  readonly hash: bigint;
  /** Its place among all that were ever put in. */
  readonly at: number;
  /** How many had been put in when it was removed. */
  readonly when: number;
}

const ADDED_ONE_BY_ONE: SetLayout = { size: 8, merged: 0 };

interface SetContent {
  readonly items: Map<string, Value>;
  readonly uncertain: Reason | null;
  /** Null where the table's history is not followed. */
  readonly layout: SetLayout | null;
}

/** A set or frozenset, by its items' hashes, in the order they were put in (not the one Python iterates in). */
export class SetValue implements Stored {
  readonly kind = 'set';
  readonly serial = nextSerial();
  private content: SetContent;
  readonly frozen: boolean;

  constructor(
    items: Iterable<readonly [string, Value]> = [],
    frozen = false,
    uncertain: Reason | null = null,
    layout: SetLayout | null = ADDED_ONE_BY_ONE,
  ) {
    this.content = { items: new Map(items), uncertain, layout };
    this.frozen = frozen;
  }

  get items(): ReadonlyMap<string, Value> {
    touch(this, this.serial, 'all');
    return this.content.items;
  }

  get uncertain(): Reason | null {
    touch(this, this.serial, 'all');
    return this.content.uncertain;
  }

  get layout(): SetLayout | null {
    touch(this, this.serial, 'all');
    return this.content.layout;
  }

  replace(heap: Heap, items: Iterable<readonly [string, Value]>, layout: SetLayout | null = null): void {
    heap.log(this, 'all', this.content);
    this.content = { items: new Map(items), uncertain: null, layout };
  }

  add(heap: Heap, hash: string, value: Value): void {
    touch(this, this.serial, 'all');
    if (this.content.items.has(hash)) return;
    heap.log(this, hash, undefined);
    this.content.items.set(hash, value);
  }

  forget(heap: Heap, reason: Reason): void {
    heap.log(this, 'all', this.content);
    this.content = { items: new Map(), uncertain: reason, layout: null };
  }

  peek(key: unknown): unknown {
    if (key === 'all') return { ...this.content, items: new Map(this.content.items) };
    return this.content.items.get(key as string);
  }

  restore(key: unknown, old: unknown): void {
    if (key === 'all') {
      const content = old as SetContent;
      this.content = { ...content, items: new Map(content.items) };
    } else this.content.items.delete(key as string);
  }

  unit(): unknown {
    return 'all';
  }
}

// ---------------------------------------------------------------- callables

/** What the interpreter needs of a function's syntax and closure; opaque to everyone else. */
export interface FunctionCode {
  readonly type: 'code';
}

/** A function or lambda of the program (or of a package that is interpreted). */
export class FunctionValue {
  readonly kind = 'function';
  /** `f.attribute = …` */
  readonly attributes = new Namespace<Value>();

  constructor(
    readonly id: number,
    readonly name: string,
    readonly qualname: string,
    readonly signature: Signature,
    readonly code: FunctionCode,
  ) {}
}

/**
 * A function that the catalogue or the interpreter's built-ins declare. As a class member it gets
 * the instance as its first argument, as a Python function does.
 */
export interface NativeFunction {
  readonly kind: 'native';
  readonly name: string;
  /** For hovers, completion and binding checks; null where Python shows none. */
  readonly signature: Signature | null;
  /** What `inspect.signature` shows, where that is not `signature`, or differs between generations. */
  readonly inspected?: (generation: Generation) => Signature;
  /** Throws `PythonError` where Python raises. */
  readonly call: (args: Arguments, context: Context) => Value;
}

export interface BoundMethod {
  readonly kind: 'method';
  readonly self: Value;
  readonly function: Value;
}

export interface PropertyValue {
  readonly kind: 'property';
  readonly getter: Value | null;
  readonly setter: Value | null;
  readonly deleter: Value | null;
  /** `property(doc=…)`; without it the getter's own is shown. */
  readonly doc?: Value;
  /** The class of those that no `property(…)` has made: an attribute of a built-in type, or one of `__slots__`. */
  readonly descriptor?: 'getset_descriptor' | 'member_descriptor';
  /** The name of one of `__slots__`. */
  readonly slot?: string;
}

export interface StaticMethodValue {
  readonly kind: 'staticmethod';
  readonly function: Value;
}

export interface ClassMethodValue {
  readonly kind: 'classmethod';
  readonly function: Value;
}

/** `super()`, `super(cls, obj)`: looks up behind `after` in the order of `self`'s class. */
export interface SuperValue {
  readonly kind: 'super';
  readonly after: ClassValue;
  readonly self: InstanceValue | ClassValue;
}

// ---------------------------------------------------------------- classes

/**
 * A class, of the program or declared. A declared one differs in nothing but that its members are
 * native functions, so that programs can derive from it and override its methods.
 */
export class ClassValue {
  readonly kind = 'class';
  readonly members: Namespace<Value>;
  /** Method resolution order (C3), this class first. */
  readonly mro: readonly ClassValue[];
  /** Set where a base class is not known: a member that is not found may be there. */
  readonly unknownBase: Reason | null;
  readonly metaclass: ClassValue | null;
  /** Stands for a base class that is not known: a look-up that comes to it ends there, unknown. */
  readonly opaque: boolean;
  /** A library's class that has more members than are declared: one that is not found may be there. */
  readonly partial: boolean;
  /** Of a class of the program: those that were derived from it, in their order. */
  readonly derived = new Cell<readonly ClassValue[]>([]);

  constructor(
    readonly id: number,
    readonly name: string,
    readonly module: string,
    readonly bases: readonly ClassValue[],
    members: Iterable<readonly [string, Value]>,
    options: {
      unknownBase?: Reason | null;
      metaclass?: ClassValue | null;
      mro?: readonly ClassValue[];
      opaque?: boolean;
      partial?: boolean;
    } = {},
  ) {
    this.opaque = options.opaque ?? false;
    this.partial = options.partial ?? false;
    // What a program makes has an identity above 0.
    this.members = new Namespace(members, id <= 0);
    const order = options.mro ?? (bases.length === 1 ? (bases[0] as ClassValue).mro : []);
    this.mro = order.length === 0 && root ? [this, root] : [this, ...order];
    this.unknownBase = options.unknownBase ?? bases.find((base) => base.unknownBase)?.unknownBase ?? null;
    this.metaclass = options.metaclass ?? bases.find((base) => base.metaclass)?.metaclass ?? null;
  }

  /** The first of a name in the resolution order; unknown where it may be a base's that is not known. */
  lookup(name: string): Value | undefined {
    for (const cls of this.mro) {
      if (cls.opaque && cls.unknownBase) return unknown(cls.unknownBase);
      const found = cls.members.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  derivesFrom(other: ClassValue): boolean {
    return this.mro.includes(other);
  }
}

let root: ClassValue | null = null;

/** `object`, at the end of every class' order. Its members are declared by the built-ins. */
export const OBJECT = new ClassValue(0, 'object', 'builtins', [], []);
root = OBJECT;

/** What a declared class keeps in its instances beside Python attributes: a layer's state, a data set. */
export interface Payload {
  readonly type: string;
  /** What it is where two paths left different ones: itself where the other adds nothing. Without it nothing is known. */
  join?(other: Payload, why: Reason): Payload;
  /** What iterating gives, where that is always the same; or why it is not known. */
  readonly items?: () => readonly Value[] | Reason;
}

/** Stands where two paths left different payloads of which nothing common is known. */
const DIFFERING: Payload = { type: 'differing' };

function joinPayloads(a: Payload | null, b: Payload | null, why: Reason): Payload | null {
  if (a === b) return a;
  return a && b && a.type === b.type && a.join ? a.join(b, why) : DIFFERING;
}

/** The class of an instance where two branches left different ones: nothing is known of it. */
function classThatDiffers(cls: ClassValue, _other: ClassValue, unknownBase: Reason): ClassValue {
  return new ClassValue(0, cls.name, cls.module, [OBJECT], [], { mro: OBJECT.mro, unknownBase, opaque: true });
}

export class InstanceValue {
  readonly kind = 'instance';
  private readonly own: Namespace<Value>;
  private replaced: Cell<Namespace<Value> | null> | null = null;
  private readonly state: Cell<Payload | null>;
  private changed: Cell<ClassValue> | null = null;

  constructor(
    readonly id: number,
    private readonly made: ClassValue,
    payload: Payload | null = null,
  ) {
    const isDeclared = id <= 0;
    this.own = new Namespace<Value>(undefined, isDeclared);
    const make = () => new Cell<Payload | null>(payload, joinPayloads);
    this.state = isDeclared ? outlives(make) : make();
  }

  get cls(): ClassValue {
    return this.changed?.value ?? this.made;
  }

  /** `instance.__class__ = …` */
  changeClass(heap: Heap, cls: ClassValue): void {
    // As for `replaceAttributes`.
    disturb();
    this.changed ??= new Cell<ClassValue>(this.made, classThatDiffers);
    this.changed.set(heap, cls);
  }

  /** `__dict__` */
  get attributes(): Namespace<Value> {
    return this.replaced?.value ?? this.own;
  }

  /** `instance.__dict__ = …`: from here on the attributes are those of another namespace. */
  replaceAttributes(heap: Heap, attributes: Namespace<Value>): void {
    // Who has looked at the attributes before did not look at what they are replaced by.
    disturb();
    this.replaced ??= new Cell<Namespace<Value> | null>(null);
    this.replaced.set(heap, attributes);
  }

  get payload(): Payload | null {
    return this.state.value;
  }

  setPayload(heap: Heap, payload: Payload): void {
    this.state.set(heap, payload);
  }
}

// ---------------------------------------------------------------- modules and iterators

/** A declared module's members, found by name when asked for. */
export interface LibraryModule {
  member(name: string): Value | undefined;
  /** For `import *` and completion. */
  names(): Iterable<string>;
  /** Whether a name that is not found is surely absent (AttributeError) rather than not declared yet. */
  readonly complete: boolean;
  /** Whether a name is a module in this one that is found as a file and interpreted. */
  readonly isFile?: (name: string) => boolean;
}

export class ModuleValue {
  readonly kind = 'module';
  constructor(
    /** Dotted name. */
    readonly name: string,
    readonly namespace: Namespace<Value>,
    readonly library: LibraryModule | null,
  ) {}
}

/** What `next` gives where it is not known whether there is another item. (An unknown value is an item.) */
export class UncertainEnd {
  readonly kind = 'uncertain-end';
  constructor(
    readonly reason: Reason,
    /** What each further item is, where something is known of it. */
    readonly each: Value | null = null,
  ) {}

  /** Of items that may be some of these objects, or something else. */
  static among(reason: Reason, may: readonly Value[]): UncertainEnd {
    return new UncertainEnd(reason, may.length > 0 ? unknownAmong(reason, [unknown(reason), ...may]) : null);
  }

  /** Any of the items. */
  get any(): Value {
    return this.each ?? unknown(this.reason);
  }
}

/**
 * An iterator. Its position is kept in the heap, so that it is taken back with the rest.
 */
export interface IteratorValue {
  readonly kind: 'iterator';
  /** Python's name of its class: `list_iterator`, `zip`, `generator`. */
  readonly type: string;
  /** The next item; undefined at the end. */
  next(context: Context): Value | UncertainEnd | undefined;
  /** What a generator has returned, for the StopIteration that ends it. */
  readonly result?: Cell<Value>;
  /** Of generators: `__name__` and `__qualname__`, and how far it is. */
  readonly name?: string;
  readonly qualname?: string;
  status?(): 'suspended' | 'running' | 'done' | 'unknown';
  /** `send`, `throw`, `close` of generators. */
  readonly methods?: ReadonlyMap<string, NativeFunction>;
  /** Its `repr`, where that holds no address. */
  text?(context: Context): string | UnknownValue;
}

// ---------------------------------------------------------------- dimensions as Python sees them

/** A dimension as an element of `tensor.shape`: an int, `None`, or unknown. */
export function dimensionValue(dimension: Dimension): Value {
  if (typeof dimension === 'number') return int(dimension);
  return dimension.kind === 'dynamic' ? NONE : unknown(dimension.reason);
}
