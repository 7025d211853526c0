/** Classes: the `class` statement, method resolution order, metaclasses, and their hooks. */
import type { ClassDef, Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import { type Reason, reason } from '../shapes/reason';
import { type Arguments, args } from '../values/arguments';
import { type Heap, Namespace } from '../values/heap';
import { ClassValue, type DictEntry, DictValue, isUnknownValue, NONE, str, tuple, type Value } from '../values/value';
import { DictNamespace } from './builtins/attribute-dict';
import { CLASS_CELL, classCell, isFilled } from './builtins/class-cell';
import { isOfProgram } from './builtins/define';
import { layoutOf } from './builtins/layout';
import { isPrivate, mangled } from './builtins/private-names';
import { builtinClass, isBuiltinClass } from './builtins/registry';
import { ownSlots, slotDescriptor } from './builtins/slots';
import { Environment } from './environment';
import { evaluate } from './expressions';
import { Frame } from './frame';
import { codeOf, qualifiedName } from './functions';
import type { Interpreter } from './interpreter';
import { executeBlock } from './statements';

/** The value of a `class` statement, before its decorators. */
export function makeClassOf(interpreter: Interpreter, node: ClassDef): Value {
  const { frame } = interpreter;
  const written: Value[] = [];
  for (const base of node.bases) {
    if (base.kind !== 'Starred') written.push(evaluate(interpreter, base));
    else {
      const items = interpreter.items(evaluate(interpreter, base.value));
      if ('kind' in items) written.push(items);
      else written.push(...items);
    }
  }
  const keywords = new Map<string, Value>();
  for (const { arg, value } of node.keywords) {
    const content = evaluate(interpreter, value);
    if (arg !== null) keywords.set(arg, content);
  }
  interpreter.node = node;
  const given = keywords.get('metaclass') ?? null;
  keywords.delete('metaclass');
  const bases = written.flatMap((base) => resolvedBases(interpreter, base, written));
  const metaclass = winningMetaclass(interpreter, given, bases);
  const prepared = prepare(interpreter, metaclass, [str(node.name), tuple(bases)], keywords);
  const locals = prepared instanceof DictValue ? new PreparedNamespace(interpreter, prepared) : new Namespace<Value>();
  const environment = new Environment('class', node.scope, frame.environment, frame.environment.module, locals);
  environment.qualname = qualifiedName(frame.environment, node.name);
  const module = moduleName(frame.environment);
  locals.set(interpreter.heap, '__module__', str(module));
  locals.set(interpreter.heap, '__qualname__', str(environment.qualname));
  const members = executeBody(interpreter, node, environment);
  if (bases.some((base, i) => base !== written[i])) {
    members.set(interpreter.heap, '__orig_bases__', tuple(written));
  }
  interpreter.node = node;
  const lost = prepared && isUnknownValue(prepared) ? prepared : null;
  const isPlain = metaclass === null || metaclass === builtinClass('type');
  const cell = !isPlain && node.body.some(mentionsClass) ? classCell() : null;
  if (cell) members.set(interpreter.heap, CLASS_CELL, cell);
  const made = create(interpreter, node.name, bases, members, { metaclass: lost ?? metaclass, keywords, module });
  if (cell && !isFilled(cell) && made instanceof ClassValue && !made.unknownBase) {
    const shown = interpreter.repr(made);
    interpreter.raise(
      'RuntimeError',
      `__class__ not set defining '${node.name}' as ${shown}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  if (made instanceof ClassValue) environment.cls?.set(interpreter.heap, made);
  noteMethods(interpreter, members, made);
  return made;
}

/** Whether a function in a class body asks for the class: by `super` or `__class__`. */
function mentionsClass(node: Node): boolean {
  let found = false;
  const look = (inner: Node, inFunction: boolean): void => {
    if (found || inner.kind === 'ClassDef') return;
    if (inner.kind === 'Name') found = inFunction && (inner.id === 'super' || inner.id === '__class__');
    else
      forEachChild(inner, (child) =>
        look(child, inFunction || inner.kind === 'FunctionDef' || inner.kind === 'Lambda'),
      );
  };
  look(node, false);
  return found;
}

function moduleName(environment: Environment): string {
  const name = environment.module.value.namespace.get('__name__');
  return name?.kind === 'str' ? name.value : environment.module.value.name;
}

/** Runs a class body. Gives what it has bound, in order. */
function executeBody(interpreter: Interpreter, node: ClassDef, environment: Environment): Namespace<Value> {
  const outer = interpreter.frame;
  const doc = node.body[0];
  if (doc?.kind === 'Expr' && doc.value.kind === 'Constant' && doc.value.value.type === 'str') {
    environment.locals.set(interpreter.heap, '__doc__', str(doc.value.value.value));
  }
  interpreter.frame = new Frame(environment, outer.source, outer, null, node);
  try {
    executeBlock(interpreter, node.body);
  } finally {
    interpreter.frame = outer;
  }
  return withMangledNames(interpreter, node.name, environment.locals);
}

/** What a metaclass' own `__prepare__` gives for the body to write to; null where there is none. */
function prepare(
  interpreter: Interpreter,
  metaclass: Value | null,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value | null {
  if (!(metaclass instanceof ClassValue)) return null;
  const hook = metaclass.lookup('__prepare__');
  if (!hook || isUnknownValue(hook) || hook === builtinClass('type').lookup('__prepare__')) return null;
  const bound = interpreter.boundMember(hook, NONE, metaclass);
  const callee = hook.kind === 'function' ? hook : bound;
  const made = interpreter.call(callee, { positional, keywords, uncertain: null });
  if (isUnknownValue(made) || made instanceof DictValue) return made;
  const cls = interpreter.classOf(made);
  if (!isUnknownValue(cls) && cls.lookup('__getitem__') === undefined) {
    interpreter.raise('TypeError', `${metaclass.name}.__prepare__() must return a mapping, not ${cls.name}`);
  }
  return interpreter.unknown('what a class body writes to such a mapping is not followed');
}

/** Names that begin with two underscores are the class' own: `__x` is its member `_Class__x`. */
function withMangledNames(interpreter: Interpreter, className: string, members: Namespace<Value>): Namespace<Value> {
  const names = [...members.names()].filter(isPrivate);
  if (names.length === 0) return members;
  if (members instanceof PreparedNamespace) {
    for (const name of names) {
      const value = members.get(name);
      members.delete(interpreter.heap, name);
      if (value) members.set(interpreter.heap, mangled(className, name), value);
    }
    return members;
  }
  return new Namespace(
    [...members.entries()].map(([name, value]) => [isPrivate(name) ? mangled(className, name) : name, value] as const),
  );
}

/** Tells the records whose methods the functions in a class body are. */
function noteMethods(interpreter: Interpreter, members: Namespace<Value>, made: Value): void {
  if (!(made instanceof ClassValue)) return;
  for (const [, member] of members.entries()) {
    const value = member.kind === 'classmethod' || member.kind === 'staticmethod' ? member.function : member;
    const parts = member.kind === 'property' ? [member.getter, member.setter] : [value];
    for (const part of parts) if (part?.kind === 'function') interpreter.records.own(part, made);
  }
}

function create(
  interpreter: Interpreter,
  name: string,
  bases: readonly Value[],
  members: Namespace<Value>,
  options: { metaclass: Value | null; keywords: ReadonlyMap<string, Value>; module: string },
): Value {
  const { metaclass } = options;
  if (metaclass?.kind === 'unknown') {
    // What it makes of the class is its own affair, mostly a class like any.
    return makeClass(interpreter, name, bases, members.entries(), {
      ...options,
      metaclass: null,
      unknown: metaclass.reason,
    });
  }
  if (metaclass === null || metaclass === builtinClass('type')) {
    return makeClass(interpreter, name, bases, members.entries(), { ...options, metaclass: null });
  }
  const given: Arguments = {
    positional: [str(name), tuple(bases), namespaceDict(interpreter, members)],
    keywords: options.keywords,
    uncertain: null,
  };
  return interpreter.call(metaclass, given);
}

function namespaceDict(interpreter: Interpreter, members: Namespace<Value>): DictValue {
  if (members instanceof PreparedNamespace) return members.dict;
  const entries: [string, DictEntry][] = [];
  for (const [name, value] of members.entries()) {
    const key = str(name);
    entries.push([interpreter.hash(key) ?? name, { key, value }]);
  }
  return new DictValue(entries);
}

/** Kinds of values that are surely no base classes. */
const NO_BASES: ReadonlySet<string> = new Set(['int', 'float', 'str', 'None', 'list', 'dict', 'tuple', 'bool']);

/** The most derived of the metaclasses of a class' bases and the one given; null for `type`. */
function winningMetaclass(interpreter: Interpreter, given: Value | null, bases: readonly Value[]): Value | null {
  if (given && !(given instanceof ClassValue)) return given;
  let winner: ClassValue | null = given instanceof ClassValue ? given : null;
  for (const base of bases) {
    // The class of what is no class is called as if it were a metaclass: `class C(5)`.
    if (NO_BASES.has(base.kind)) return interpreter.classOf(base);
    if (!(base instanceof ClassValue) || !base.metaclass) continue;
    if (winner === null || base.metaclass.derivesFrom(winner)) winner = base.metaclass;
    else if (!winner.derivesFrom(base.metaclass)) {
      interpreter.raise(
        'TypeError',
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
  }
  return winner;
}

export interface ClassOptions {
  readonly metaclass?: ClassValue | Value | null;
  readonly keywords?: ReadonlyMap<string, Value>;
  readonly module?: string;
  /** Set where more than the members is not known of it. */
  readonly unknown?: Reason;
}

/** A class as `type(name, bases, members, **keywords)` makes it. */
export function makeClass(
  interpreter: Interpreter,
  name: string,
  given: readonly Value[],
  members: Iterable<readonly [string, Value]>,
  options: ClassOptions = {},
): ClassValue {
  const bases = given.map((base) => baseClass(interpreter, base));
  const object = builtinClass('object');
  const real = bases.length > 0 ? bases : [object];
  checkBases(interpreter, real);
  const { order: mro, conflict } = linearize(real);
  if (conflict) {
    interpreter.raise(
      'TypeError',
      `Cannot create a consistent method resolution\norder (MRO) for bases ${conflict.map((b) => b.name).join(', ')}`,
    );
  }
  const unknownBase = options.unknown ?? real.find((base) => base.unknownBase)?.unknownBase ?? null;
  const metaclass = options.metaclass instanceof ClassValue ? options.metaclass : null;
  const cls = new ClassValue(interpreter.heap.identity(), name, options.module ?? '__main__', real, implicit(members), {
    mro,
    unknownBase,
    ...(metaclass ? { metaclass } : {}),
  });
  // A class that says when its instances are equal, but not their hash, has none.
  if (cls.members.has('__eq__') && !cls.members.has('__hash__')) cls.members.declare('__hash__', NONE);
  if (!cls.members.has('__module__')) cls.members.declare('__module__', str(cls.module));
  declareSlots(interpreter, cls);
  for (const base of real) {
    if (!base.opaque && isOfProgram(base)) base.derived.set(interpreter.heap, [...base.derived.value, cls]);
  }
  announce(interpreter, cls, options.keywords ?? new Map());
  return cls;
}

/** What CPython asks of bases before it looks for an order: `duplicate base class`, layouts that exclude each other. */
function checkBases(interpreter: Interpreter, bases: readonly ClassValue[]): void {
  const closed = bases.find((base) => !base.opaque && isBuiltinClass(base) && CLOSED.has(base.name));
  if (closed) interpreter.raise('TypeError', `type '${closed.name}' is not an acceptable base type`);
  const twice = bases.find((base, i) => !base.opaque && bases.indexOf(base) < i);
  if (twice) interpreter.raise('TypeError', `duplicate base class ${twice.name}`);
  let layout: ClassValue | null = null;
  for (const base of bases) {
    const own = layoutOf(base);
    if (own === null || layout?.derivesFrom(own)) continue;
    if (layout && !own.derivesFrom(layout)) {
      interpreter.raise('TypeError', 'multiple bases have instance lay-out conflict');
    }
    layout = own;
  }
}

/** Built-in classes that nothing derives from. */
const CLOSED: ReadonlySet<string> = new Set([
  'NoneType',
  'NotImplementedType',
  'bool',
  'builtin_function_or_method',
  'ellipsis',
  'function',
  'generator',
  'memoryview',
  'method',
  'range',
  'slice',
]);

function declareSlots(interpreter: Interpreter, cls: ClassValue): void {
  for (const name of ownSlots(cls.members.get('__slots__'), cls.name) ?? []) {
    if (name === '__dict__' || name === '__weakref__') continue;
    if (cls.members.has(name)) {
      interpreter.raise('ValueError', `'${name}' in __slots__ conflicts with class variable`);
    }
    cls.members.declare(name, slotDescriptor(name));
  }
}

/** `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods, unsaid. */
function* implicit(members: Iterable<readonly [string, Value]>): Iterable<readonly [string, Value]> {
  for (const [name, value] of members) {
    if (value.kind === 'function') {
      if (name === '__new__') {
        yield [name, { kind: 'staticmethod', function: value }];
        continue;
      }
      if (name === '__init_subclass__' || name === '__class_getitem__') {
        yield [name, { kind: 'classmethod', function: value }];
        continue;
      }
    }
    yield [name, value];
  }
}

/** What stands for a base that is no class: what its `__mro_entries__` gives. */
function resolvedBases(interpreter: Interpreter, base: Value, all: readonly Value[]): readonly Value[] {
  if (base instanceof ClassValue || isUnknownValue(base)) return [base];
  const entries = interpreter.attribute(base, '__mro_entries__');
  if (!entries) return [base];
  const items = interpreter.items(interpreter.call(entries, args([tuple(all)])));
  return 'kind' in items ? [items] : items;
}

function baseClass(interpreter: Interpreter, base: Value): ClassValue {
  if (base instanceof ClassValue) return base;
  if (isUnknownValue(base)) return opaqueClass(base.reason);
  return opaqueClass(interpreter.because('a base class is not a class that is followed'));
}

/** Stands for a base class that is not known. */
function opaqueClass(why: Reason): ClassValue {
  return new ClassValue(0, 'object', 'builtins', [builtinClass('object')], [], {
    mro: builtinClass('object').mro,
    unknownBase: reason('its base class is not known', why),
    opaque: true,
  });
}

/** C3. Where there is no consistent order, the classes that would each have to come before another one of them. */
export function linearize(bases: readonly ClassValue[]): {
  order: ClassValue[];
  conflict: readonly ClassValue[] | null;
} {
  const sequences: ClassValue[][] = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: ClassValue[] = [];
  for (;;) {
    const left = sequences.filter((sequence) => sequence.length > 0);
    if (left.length === 0) return { order, conflict: null };
    const next = left
      .map((sequence) => sequence[0] as ClassValue)
      .find((candidate) => !left.some((sequence) => sequence.indexOf(candidate, 1) > 0));
    if (!next) return { order, conflict: [...new Set(left.map((sequence) => sequence[0] as ClassValue))] };
    order.push(next);
    for (const sequence of sequences) if (sequence[0] === next) sequence.shift();
  }
}

/** What a new class tells its members and its bases. */
function announce(interpreter: Interpreter, cls: ClassValue, keywords: ReadonlyMap<string, Value>): void {
  for (const [name, member] of [...cls.members.entries()]) {
    if (member.kind !== 'instance') continue;
    const hook = member.cls.lookup('__set_name__');
    if (hook && !isUnknownValue(hook)) interpreter.call(hook, args([member, cls, str(name)]));
  }
  for (const base of cls.mro.slice(1)) {
    if (base.opaque) return;
    const hook = base.members.get('__init_subclass__');
    if (!hook) continue;
    const bound = interpreter.boundMember(hook, NONE, cls);
    interpreter.call(bound, { positional: [], keywords, uncertain: null });
    return;
  }
}

export function docstringOf(value: Value): string | null {
  if (value.kind === 'class') {
    const doc = value.members.get('__doc__');
    return doc?.kind === 'str' ? doc.value : null;
  }
  if (value.kind !== 'function') return null;
  const { node } = codeOf(value);
  const first = node.kind === 'FunctionDef' ? node.body[0] : undefined;
  if (first?.kind === 'Expr' && first.value.kind === 'Constant' && first.value.value.type === 'str') {
    return first.value.value.value;
  }
  return null;
}

/** The names of a class body whose metaclass has prepared a mapping for them. */
class PreparedNamespace extends DictNamespace {
  constructor(
    private readonly interpreter: Interpreter,
    dict: DictValue,
  ) {
    super(dict);
  }

  override get(name: string): Value | undefined {
    const own = this.method('__getitem__') ?? this.method('__missing__');
    if (!own) return super.get(name);
    const found = this.interpreter.attempt(() => this.interpreter.subscript(this.dict, str(name)));
    if ('value' in found) return found.value;
    if (found.error.exception.cls.derivesFrom(builtinClass('KeyError'))) return undefined;
    throw found.error;
  }

  override set(heap: Heap, name: string, value: Value): void {
    const own = this.method('__setitem__');
    if (own) this.interpreter.call(own, args([this.dict, str(name), value]));
    else super.set(heap, name, value);
  }

  override delete(heap: Heap, name: string): boolean {
    const own = this.method('__delitem__');
    if (!own) return super.delete(heap, name);
    this.interpreter.call(own, args([this.dict, str(name)]));
    return true;
  }

  private method(name: string): Value | undefined {
    const found = this.dict.cls?.lookup(name);
    return found?.kind === 'function' ? found : undefined;
  }
}
