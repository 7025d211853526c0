/** Classes: the `class` statement, method resolution order, metaclasses, and their hooks. */
import type { ClassDef } from '../python/ast';
import { type Reason, reason } from '../shapes/reason';
import { type Arguments, args } from '../values/arguments';
import { Namespace } from '../values/heap';
import { ClassValue, type DictEntry, DictValue, isUnknownValue, NONE, str, tuple, type Value } from '../values/value';
import { isPrivate, mangled } from './attributes';
import { builtinClass } from './builtins/registry';
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
  const environment = new Environment('class', node.scope, frame.environment, frame.environment.module);
  environment.qualname = qualifiedName(frame.environment, node.name);
  const module = moduleName(frame.environment);
  environment.locals.declare('__module__', str(module));
  environment.locals.declare('__qualname__', str(environment.qualname));
  const bases = written.flatMap((base) => resolvedBases(interpreter, base, written));
  if (bases.some((base, i) => base !== written[i])) environment.locals.declare('__orig_bases__', tuple(written));
  const members = executeBody(interpreter, node, environment);
  interpreter.node = node;
  const given = keywords.get('metaclass');
  keywords.delete('metaclass');
  const made = create(interpreter, node.name, bases, members, { metaclass: given ?? null, keywords, module });
  if (made instanceof ClassValue) environment.cls?.set(interpreter.heap, made);
  noteMethods(interpreter, members, made);
  return made;
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
    environment.locals.declare('__doc__', str(doc.value.value.value));
  }
  interpreter.frame = new Frame(environment, outer.source, outer, null, node);
  try {
    executeBlock(interpreter, node.body);
  } finally {
    interpreter.frame = outer;
  }
  return withMangledNames(node.name, environment.locals);
}

/** Names that begin with two underscores are the class' own: `__x` is its member `_Class__x`. */
function withMangledNames(className: string, members: Namespace<Value>): Namespace<Value> {
  if (![...members.names()].some(isPrivate)) return members;
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
  const metaclass = winningMetaclass(interpreter, options.metaclass, bases);
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
  const entries: [string, DictEntry][] = [];
  for (const [name, value] of members.entries()) {
    const key = str(name);
    entries.push([interpreter.hash(key) ?? name, { key, value }]);
  }
  return new DictValue(entries);
}

/** The most derived of the metaclasses of a class' bases and the one given; null for `type`. */
function winningMetaclass(interpreter: Interpreter, given: Value | null, bases: readonly Value[]): Value | null {
  if (given && !(given instanceof ClassValue)) return given;
  let winner: ClassValue | null = given instanceof ClassValue ? given : null;
  for (const base of bases) {
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
  const mro = linearize(real);
  if (mro === null) {
    interpreter.raise(
      'TypeError',
      `Cannot create a consistent method resolution\norder (MRO) for bases ${real.map((b) => b.name).join(', ')}`,
    );
  }
  const unknownBase = options.unknown ?? real.find((base) => base.unknownBase)?.unknownBase ?? null;
  const metaclass = options.metaclass instanceof ClassValue ? options.metaclass : null;
  const cls = new ClassValue(interpreter.heap.identity(), name, options.module ?? '__main__', real, implicit(members), {
    mro,
    unknownBase,
    ...(metaclass ? { metaclass } : {}),
  });
  announce(interpreter, cls, options.keywords ?? new Map());
  return cls;
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

/** C3; null where there is no consistent order. */
export function linearize(bases: readonly ClassValue[]): ClassValue[] | null {
  const sequences: ClassValue[][] = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: ClassValue[] = [];
  for (;;) {
    const left = sequences.filter((sequence) => sequence.length > 0);
    if (left.length === 0) return order;
    const next = left
      .map((sequence) => sequence[0] as ClassValue)
      .find((candidate) => !left.some((sequence) => sequence.indexOf(candidate, 1) > 0));
    if (!next) return null;
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
