/**
 * How built-in functions and classes are declared.
 *
 * A function is declared by its signature as Python's help shows it and an implementation that gets
 * the arguments in the order of the parameters: `native('pop(index=-1, /)', (context, index) => …)`.
 * A default is `None`, `True`, `False`, an int or a quoted string; `name=` without one means that
 * the implementation gets `undefined` where nothing is given. `*rest` gives an array and `**rest` a
 * map.
 */
import type { Reason } from '../../shapes/reason';
import { type Arguments, bind, type ParameterKind, type Signature } from '../../values/arguments';
import type { Context } from '../../values/context';
import { once } from '../../values/once';
import {
  ClassValue,
  FALSE,
  int,
  isUnknownValue,
  type NativeFunction,
  NONE,
  OBJECT,
  type PropertyValue,
  str,
  TRUE,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';

/** Gets the arguments in the order of the signature: values, `undefined`, an array for `*`, a map for `**`. */
export type Implementation = (context: Context, ...values: never[]) => Value;

export interface NativeOptions {
  /**
   * What happens to arguments that are not known: by default the call gives the first of them;
   * with `pass` the implementation gets them like others.
   */
  readonly unknowns?: 'pass';
  /** What the call gives where unknown `*args` or `**kwargs` are passed; by default unknown. */
  readonly uncertain?: (context: Context, reason: Reason, given: Arguments) => Value;
  /** Raises TypeError where a method is not called on one of its type. */
  readonly receives?: (context: Context, self: Value) => void;
}

interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly required: boolean;
  readonly default: Value | undefined;
}

interface Declared {
  /** In messages: of a constructor, that of its class. */
  name: string;
  /** Whether it makes instances of the class of that name. */
  makes?: boolean;
  readonly parameters: readonly Parameter[];
  readonly signature: Signature;
  readonly receives: NativeOptions['receives'] | undefined;
}

/** With how it was declared, and its `repr` where CPython prints it without an address. */
interface DeclaredFunction extends NativeFunction {
  readonly declared: () => Declared;
  text?: string;
  /** Before its name in messages, where a module in C has it; `PYTHON` where CPython has it in Python. */
  home?: string;
}

function isDeclared(value: NativeFunction): value is DeclaredFunction {
  return 'declared' in value;
}

let lastId = 0;

/** Identities of what exists before any program runs: below those that a heap gives. */
export function builtinIdentity(): number {
  lastId -= 1;
  return lastId;
}

/** A function of a module. `owner` is what CPython puts before its name in messages (`list.` for a method). */
export function native(
  declaration: string,
  implementation: Implementation,
  options: NativeOptions = {},
  owner = '',
): NativeFunction {
  const declaredOf = once(() => parseDeclaration(declaration, options.receives));
  const run = implementation as (context: Context, ...values: unknown[]) => Value;
  const made: DeclaredFunction = {
    kind: 'native',
    declared: declaredOf,
    name: declaration.slice(0, declaration.indexOf('(')),
    get signature() {
      return declaredOf().signature;
    },
    call: (given, context) => {
      if (given.uncertain) {
        return options.uncertain ? options.uncertain(context, given.uncertain, given) : unknown(given.uncertain);
      }
      const values = bindNative(declaredOf(), given, context, owner || (made.home ?? ''));
      if (options.unknowns !== 'pass') {
        const first = firstUnknown(given);
        if (first) return callOnEach(made, given, first, context);
      }
      return run(context, ...values);
    },
  };
  return made;
}

/** The same function, with what is known of its results where they are not known. */
export function knowing(
  made: NativeFunction,
  know: (given: Arguments, context: Context) => Partial<UnknownValue>,
): NativeFunction {
  const ask: NativeFunction['call'] = (given, context) => {
    const result = made.call(given, context);
    return result.kind === 'unknown' && !('hashKey' in result) && !result.oneOf
      ? { kind: 'unknown', reason: result.reason, ...know(given, context) }
      : result;
  };
  return { ...made, call: ask };
}

/** A call with an argument that is not known is one with each of the objects that it may be. */
function callOnEach(callee: NativeFunction, given: Arguments, missing: UnknownValue, context: Context): Value {
  const interpreter = interpreterOf(context);
  if (!missing.only) interpreter.useUp([...given.positional, ...given.keywords.values()], missing.reason);
  return interpreter.onEach(missing, (object) => {
    const put = (value: Value) => (value === missing ? object : value);
    const keywords = new Map([...given.keywords].map(([name, value]) => [name, put(value)] as const));
    return callee.call({ ...given, positional: given.positional.map(put), keywords }, context);
  });
}

/** The first argument that is not known. */
export function firstUnknown(given: Arguments): UnknownValue | undefined {
  for (const value of given.positional) if (isUnknownValue(value)) return value;
  for (const value of given.keywords.values()) if (isUnknownValue(value)) return value;
  return undefined;
}

/** Declares a method: the implementation gets the receiver as the type it is, then the arguments. */
export type DeclareMethod<T> = (
  declaration: string,
  implementation: (context: Context, self: T, ...values: never[]) => Value,
  options?: NativeOptions & { readonly uncertainSelf?: 'pass' },
) => NativeFunction;

/**
 * How a type's methods are declared. `accept` gives the receiver as the type it is, undefined for
 * values of other types. A receiver whose contents are not known gives unknown, unless `uncertainSelf`
 * lets it pass.
 */
export function methodsOf<T extends Value>(type: string, accept: (value: Value) => T | undefined): DeclareMethod<T> {
  return (declaration, implementation, options = {}) => {
    const name = declaration.slice(0, declaration.indexOf('('));
    const open = declaration.indexOf('(') + 1;
    const run = implementation as unknown as (context: Context, self: T, ...values: unknown[]) => Value;
    const refuse = (context: Context, self: Value): never =>
      context.raise(
        'TypeError',
        isSlotWrapper(type, name)
          ? `descriptor '${name}' requires a '${type}' object but received a '${className(self, context)}'`
          : `descriptor '${name}' for '${type}' objects doesn't apply to a '${className(self, context)}' object`,
      );
    const checked = (context: Context, self: Value, ...values: unknown[]): Value => {
      if (isUnknownValue(self)) {
        return interpreterOf(context).onEach(self, (object) => checked(context, object, ...values));
      }
      const receiver = accept(self) ?? refuse(context, self);
      if (options.uncertainSelf !== 'pass' && 'uncertain' in receiver) {
        const why = receiver.uncertain as Reason | null;
        if (why) return 'may' in receiver ? unknownAmong(why, [...receiver.may, unknown(why)]) : unknown(why);
      }
      return run(context, receiver, ...values);
    };
    const receives = (context: Context, self: Value): void => {
      if (!isUnknownValue(self) && accept(self) === undefined) refuse(context, self);
    };
    const made = native(
      `${name}(self, ${declaration.slice(open)}`,
      checked as Implementation,
      { ...options, receives },
      `${type}.`,
    );
    if (!name.startsWith('__') && isDeclared(made)) made.text = `<method '${name}' of '${type}' objects>`;
    return made;
  };
}

/** The `repr` of a function that CPython prints without an address; undefined for others. */
export function nativeText(value: NativeFunction): string | undefined {
  return isDeclared(value) ? value.text : undefined;
}

/** Functions that CPython has in C: they print as `<built-in function len>`. */
export function builtinFunctions<T extends readonly NativeFunction[]>(functions: T): T {
  for (const one of functions) if (isDeclared(one)) one.text = `<built-in function ${one.name}>`;
  return functions;
}

/** Special methods that CPython keeps in a type's slots; others are methods like any. */
const SLOTS = new Set(
  `abs add and bool call contains delitem divmod eq float floordiv ge get getattribute getitem gt hash iadd iand ilshift
  imatmul imod imul index init int invert ior ipow irshift isub iter itruediv ixor le len lshift lt matmul mod mul ne
  neg next or pos pow radd rand rdivmod repr rfloordiv rlshift rmatmul rmod rmul ror rpow rrshift rshift rsub rtruediv
  rxor set setattr setitem str sub truediv xor`
    .split(/\s+/)
    .map((name) => `__${name}__`),
);

function isSlotWrapper(type: string, name: string): boolean {
  if (name === '__getitem__' && (type === 'list' || type === 'dict')) return false;
  if (name === '__contains__' && (type === 'dict' || type.endsWith('set'))) return false;
  return SLOTS.has(name);
}

function className(value: Value, context: Context): string {
  const cls = context.classOf(value);
  return isUnknownValue(cls) ? 'object' : cls.name;
}

/** A read-only attribute that is computed: a getset descriptor. */
export function computed(get: (context: Context, self: Value) => Value): PropertyValue {
  return {
    kind: 'property',
    getter: native('get(self, /)', get),
    setter: null,
    deleter: null,
    descriptor: 'getset_descriptor',
  };
}

/** A class that exists before any program runs. Its members are given once. */
export function builtinClass(
  name: string,
  bases: readonly ClassValue[],
  members: Iterable<readonly [string, Value]> = [],
  options: { readonly module?: string; readonly metaclass?: ClassValue; readonly mro?: readonly ClassValue[] } = {},
): ClassValue {
  const cls = new ClassValue(builtinIdentity(), name, options.module ?? 'builtins', bases, members, {
    metaclass: options.metaclass ?? null,
    ...(options.mro ? { mro: options.mro } : {}),
  });
  builtinClasses.add(cls);
  if (cls.module === 'builtins') noteMembers(cls);
  for (const member of ['__new__', '__init__']) {
    const own = cls.members.get(member);
    const declared = own?.kind === 'native' && isDeclared(own) ? own.declared : undefined;
    if (declared && name !== 'object' && name !== 'type') Object.assign(declared(), { name, makes: true });
  }
  return cls;
}

const builtinClasses = new WeakSet<ClassValue>([OBJECT]);

/** Of a function that is a member of a built-in type. */
export interface MemberOf {
  readonly owner: string;
  readonly isSlot: boolean;
}

const memberOf = new WeakMap<Value, MemberOf>();

/** What CPython calls a method descriptor or a slot wrapper, and what is bound from it; undefined for other functions. */
export function memberOfType(value: Value): MemberOf | undefined {
  return memberOf.get(value);
}

export function noteMembers(cls: ClassValue): void {
  for (const [name, value] of cls.members.entries()) {
    const member = value.kind === 'classmethod' ? value.function : value;
    if (member.kind !== 'native' || name === '__new__') continue;
    memberOf.set(member, { owner: cls.name, isSlot: isSlotWrapper(cls.name, name) });
  }
}

/** A class that exists before any program runs: its members cannot be written to. */
export function isBuiltinClass(cls: ClassValue): boolean {
  return builtinClasses.has(cls);
}

/** Whether a run made the class: it is neither Python's own (`object` has the number 0) nor declared by a library. */
export function isOfProgram(cls: ClassValue): boolean {
  return cls.id > 0;
}

/** Functions as entries of a class' or module's namespace. */
export function named(...functions: readonly NativeFunction[]): (readonly [string, Value])[] {
  return functions.map((f) => [f.name, f] as const);
}

// ---------------------------------------------------------------- declarations

function parseDeclaration(text: string, receives: Declared['receives']): Declared {
  const open = text.indexOf('(');
  const name = text.slice(0, open);
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const part of split(text.slice(open + 1, text.lastIndexOf(')')))) {
    if (part === '/') {
      for (const [i, p] of parameters.entries()) parameters[i] = { ...p, kind: 'positional-only' };
    } else if (part === '*') keywordOnly = true;
    else if (part.startsWith('**')) parameters.push(declare(part.slice(2), 'var-keyword'));
    else if (part.startsWith('*')) {
      parameters.push(declare(part.slice(1), 'var-positional'));
      keywordOnly = true;
    } else parameters.push(declare(part, keywordOnly ? 'keyword-only' : 'positional'));
  }
  const signature: Signature = {
    parameters: parameters.map((p) => ({
      name: p.name,
      kind: p.kind,
      default: p.required || p.kind.startsWith('var') ? null : (p.default ?? NONE),
    })),
  };
  return { name, parameters, signature, receives };
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function declare(text: string, kind: ParameterKind): Parameter {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: text, kind, required: !kind.startsWith('var'), default: undefined };
  return { name: text.slice(0, equals), kind, required: false, default: parseDefault(text.slice(equals + 1)) };
}

function parseDefault(text: string): Value | undefined {
  if (text === '') return undefined;
  if (text === 'None') return NONE;
  if (text === 'True') return TRUE;
  if (text === 'False') return FALSE;
  if (/^['"]/.test(text)) return str(text.slice(1, -1));
  return int(Number(text));
}

// ---------------------------------------------------------------- binding

function bindNative(declared: Declared, given: Arguments, context: Context, owner: string): unknown[] {
  const { parameters } = declared;
  const values: unknown[] = [];
  const positionalCount = parameters.filter((p) => p.kind === 'positional' || p.kind === 'positional-only').length;
  const takesRest = parameters.some((p) => p.kind === 'var-positional');
  if (given.positional.length > positionalCount && !takesRest) wrongCount(declared, given, context, owner);
  const mayBeNamed = parameters.some((p) => p.kind === 'positional' || p.kind === 'keyword-only');
  const variadic = parameters.some((p) => p.kind === 'var-positional' || p.kind === 'var-keyword');
  if (mayBeNamed && !variadic && given.positional.length + given.keywords.size > parameters.length) {
    wrongCount(declared, given, context, owner);
  }
  let rest: Map<string, Value> | null = given.keywords.size > 0 ? new Map(given.keywords) : null;
  let index = 0;
  for (const parameter of parameters) {
    if (parameter.kind === 'var-positional') {
      values.push(given.positional.slice(positionalCount));
      continue;
    }
    if (parameter.kind === 'var-keyword') {
      values.push(rest ?? new Map<string, Value>());
      rest = null;
      continue;
    }
    const byPosition = parameter.kind !== 'keyword-only' && index < given.positional.length;
    const keyword = parameter.kind === 'positional-only' ? undefined : rest?.get(parameter.name);
    if (byPosition) {
      if (keyword) {
        context.raise(
          'TypeError',
          `argument for ${declared.name}() given by name ('${parameter.name}') and position (${index + 1})`,
        );
      }
      values.push(given.positional[index]);
    } else if (keyword) {
      rest?.delete(parameter.name);
      values.push(keyword);
    } else if (parameter.required) {
      if (rest && rest.size > 0 && parameter.kind === 'positional-only') noKeywords(declared, given, context, owner);
      missing(declared, parameter, index, given, context, owner);
    } else values.push(parameter.default);
    if (parameter.kind !== 'keyword-only') index += 1;
  }
  if (rest && rest.size > 0) {
    const named = parameters.some((p) => p.kind === 'positional' || p.kind === 'keyword-only');
    if (!named) noKeywords(declared, given, context, owner);
    const [extra] = rest.keys();
    context.raise('TypeError', `'${extra}' is an invalid keyword argument for ${declared.name}()`);
  }
  return values;
}

function noKeywords(declared: Declared, given: Arguments, context: Context, owner: string): never {
  checkReceiver(declared, given, context, owner);
  return context.raise('TypeError', `${shownOwner(declared, owner)}${declared.name}() takes no keyword arguments`);
}

function missing(
  declared: Declared,
  parameter: Parameter,
  index: number,
  given: Arguments,
  context: Context,
  owner: string,
): never {
  const isUnbound = given.positional.length === 0 && owner !== '' && isReceiver(declared.parameters[0]);
  if (parameter.kind === 'positional-only' || isUnbound) wrongCount(declared, given, context, owner);
  checkReceiver(declared, given, context, owner);
  if (parameter.kind === 'keyword-only') {
    return context.raise('TypeError', `${declared.name}() missing required keyword-only argument '${parameter.name}'`);
  }
  const self = isReceiver(declared.parameters[0]) ? 1 : 0;
  return context.raise(
    'TypeError',
    `${declared.name}() missing required argument '${parameter.name}'${declared.name === 'enumerate' ? '' : ` (pos ${index + 1 - self})`}`,
  );
}

/** A constructor's name is the class' already. */
function shownOwner(declared: Declared, owner: string): string {
  return owner === `${declared.name}.` ? '' : owner;
}

/** What is passed without being written: not counted in messages. */
function isReceiver(parameter: Parameter | undefined): boolean {
  return parameter?.name === 'self' || parameter?.name === 'cls';
}

/** Of functions that CPython has in Python. */
export const PYTHON = 'python.';

/** Says where functions of a module are at home. */
export function settle(functions: Iterable<Value>, home: string): void {
  for (const one of functions) if (one.kind === 'native' && isDeclared(one)) one.home = home;
}

/** What a method is called on is looked at before its other arguments; a function in Python tells of them in its own way. */
function checkReceiver(declared: Declared, given: Arguments, context: Context, owner: string): void {
  const problem = owner === PYTHON ? bind(declared.signature, given).problem : undefined;
  if (problem) context.raise('TypeError', `${declared.name}() ${problem.message}`);
  const [self] = given.positional;
  if (self) declared.receives?.(context, self);
}

/** Slots that take more than one way of arguments. */
const OTHER_SLOTS = /^__(?:call|get|i?pow|init|rpow|set|setattr|setitem)__$/;

/** CPython's several messages for a wrong number of positional arguments. */
function wrongCount(declared: Declared, given: Arguments, context: Context, owner: string): never {
  checkReceiver(declared, given, context, owner);
  const isMethod = isReceiver(declared.parameters[0]);
  const parameters = declared.parameters
    .slice(isMethod ? 1 : 0)
    .filter((p) => p.kind === 'positional' || p.kind === 'positional-only');
  const count = given.positional.length - (isMethod ? 1 : 0);
  const most = parameters.length;
  const least = parameters.filter((p) => p.required).length;
  const full = `${shownOwner(declared, owner)}${declared.name}()`;
  const type = owner.slice(0, -1);
  const isSlot = isMethod && isSlotWrapper(type, declared.name) && !OTHER_SLOTS.test(declared.name);
  if (isSlot) {
    return context.raise(
      'TypeError',
      count < 0
        ? `descriptor '${declared.name}' of '${type}' object needs an argument`
        : `expected ${most} argument${most === 1 ? '' : 's'}, got ${count}`,
    );
  }
  if (isMethod && count < 0) {
    return context.raise('TypeError', `unbound method ${full} needs an argument`);
  }
  if (parameters.some((p) => p.kind === 'positional') || given.keywords.size > 0) {
    const all = declared.parameters.length - (isMethod ? 1 : 0);
    const total = count + given.keywords.size;
    if (total <= all && count > most) {
      return context.raise(
        'TypeError',
        `${declared.name}() takes at most ${most} positional argument${most === 1 ? '' : 's'} (${count} given)`,
      );
    }
    if (count < least && least < all) {
      const noun = parameters[0]?.kind === 'positional-only' ? 'positional argument' : 'argument';
      return context.raise(
        'TypeError',
        `${declared.name}() takes at least ${least} ${noun}${least === 1 ? '' : 's'} (${count} given)`,
      );
    }
    return context.raise(
      'TypeError',
      `${declared.name}() takes ${least === all ? 'exactly' : 'at most'} ${all} argument${all === 1 ? '' : 's'} (${total} given)`,
    );
  }
  if (most === 0) return context.raise('TypeError', `${full} takes no arguments (${count} given)`);
  if (most === 1 && least === 1 && !declared.makes) {
    return context.raise('TypeError', `${full} takes exactly one argument (${count} given)`);
  }
  if (SEEKING.has(declared.name) && /^(?:str|bytes|bytearray)\.$/.test(owner)) {
    const bound = count < least ? `at least ${least} argument` : `at most ${most} arguments`;
    return context.raise('TypeError', `${declared.name}() takes ${bound} (${count} given)`);
  }
  const variadic = declared.parameters.some((p) => p.kind === 'var-positional');
  const bound = least === most && !variadic ? '' : count < least ? 'at least ' : 'at most ';
  const limit = count < least ? least : most;
  return context.raise(
    'TypeError',
    `${declared.name} expected ${bound}${limit} argument${limit === 1 ? '' : 's'}, got ${count}`,
  );
}

/** Methods of texts whose arguments CPython reads in a way of its own. */
const SEEKING: ReadonlySet<string> = new Set(['count', 'endswith', 'find', 'index', 'rfind', 'rindex', 'startswith']);
