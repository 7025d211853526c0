/** Calls: arguments, what is callable, and making instances. */
import type { Call } from '../python/ast';
import type { Reason } from '../shapes/reason';
import type { Arguments } from '../values/arguments';
import {
  type BoundMethod,
  ClassValue,
  InstanceValue,
  isUnknownValue,
  type SuperValue,
  type UnknownValue,
  unknown,
  type Value,
  withoutKnowledge,
} from '../values/value';
import { disturbArguments, onEach } from './aliases';
import { builtinClass } from './builtins/registry';
import { isIterable, typeName } from './builtins/special';
import { type Environment, enclosingClass } from './environment';
import { evaluate } from './expressions';
import { type Code, callFunction } from './functions';
import type { Interpreter } from './interpreter';
import { siteAt } from './observations';

const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

export function evaluateCall(interpreter: Interpreter, node: Call): Value {
  const callee = evaluate(interpreter, node.func);
  const given = evaluateArguments(interpreter, node, callee);
  interpreter.node = node;
  return call(interpreter, callee, given);
}

function evaluateArguments(interpreter: Interpreter, node: Call, callee: Value): Arguments {
  const positional: Value[] = [];
  let uncertain: Reason | null = null;
  for (const argument of node.args) {
    if (argument.kind !== 'Starred') {
      positional.push(evaluate(interpreter, argument));
      continue;
    }
    const value = evaluate(interpreter, argument.value);
    interpreter.node = node;
    checkIterable(interpreter, value, callee);
    const items = interpreter.items(value);
    if ('kind' in items) uncertain ??= items.reason;
    else for (const item of items) positional.push(item);
  }
  if (node.keywords.length === 0) return { positional, keywords: NO_KEYWORDS, uncertain };
  const keywords = new Map<string, Value>();
  for (const keyword of node.keywords) {
    const value = evaluate(interpreter, keyword.value);
    if (keyword.arg !== null) {
      addKeyword(interpreter, keywords, keyword.arg, value, callee);
      continue;
    }
    interpreter.node = node;
    checkMapping(interpreter, value, callee);
    const entries = interpreter.entries(value);
    if ('kind' in entries) {
      uncertain ??= entries.reason;
      continue;
    }
    for (const [, entry] of entries) {
      if (entry.key.kind === 'str') addKeyword(interpreter, keywords, entry.key.value, entry.value, callee);
      else if (isUnknownValue(entry.key)) uncertain ??= entry.key.reason;
      else interpreter.raise('TypeError', 'keywords must be strings');
    }
  }
  return { positional, keywords, uncertain };
}

function addKeyword(
  interpreter: Interpreter,
  keywords: Map<string, Value>,
  name: string,
  value: Value,
  callee: Value,
): void {
  if (keywords.has(name)) {
    interpreter.raise(
      'TypeError',
      `${calleeName(callee, interpreter)}() got multiple values for keyword argument '${name}'`,
    );
  }
  keywords.set(name, value);
}

/** What stands behind a star in a call; the callee is named as CPython names it there. */
function checkIterable(interpreter: Interpreter, value: Value, callee: Value): void {
  if (value.kind === 'tuple' || value.kind === 'list' || value.kind === 'iterator') return;
  const cls = interpreter.classOf(value);
  if (isUnknownValue(cls) || value.kind === 'tensor') return;
  if (isIterable(cls)) return;
  const shown = `${calleeName(callee, interpreter)}() argument after * must be an iterable, not ${typeName(value, interpreter)}`;
  interpreter.raise('TypeError', shown);
}

function checkMapping(interpreter: Interpreter, value: Value, callee: Value): void {
  if (isUnknownValue(value) || value.kind === 'dict') return;
  if (interpreter.attribute(value, 'keys') !== undefined) return;
  const found = typeName(value, interpreter);
  interpreter.raise(
    'TypeError',
    `${calleeName(callee, interpreter)}() argument after ** must be a mapping, not ${found}`,
  );
}

/** With its module, where that is not `builtins`. */
function calleeName(callee: Value, interpreter: Interpreter): string {
  switch (callee.kind) {
    case 'function': {
      const module = (callee.code as Code).environment.module.value.namespace.get('__name__');
      return module?.kind === 'str' ? `${module.value}.${callee.qualname}` : callee.qualname;
    }
    case 'class':
      return callee.module === 'builtins' ? callee.name : `${callee.module}.${callee.name}`;
    case 'native':
      return callee.name;
    case 'method':
      return callee.function.kind === 'native'
        ? `${typeName(callee.self, interpreter)}.${callee.function.name}`
        : calleeName(callee.function, interpreter);
    default:
      return callee.kind;
  }
}

/** What a library gives back as it was given is what it could not work out. */
function isGiven(value: Value, { positional, keywords }: Arguments): boolean {
  return positional.includes(value) || [...keywords.values()].includes(value);
}

/** Calls anything callable. `interpreter.node` stands at the call. */
export function call(interpreter: Interpreter, callee: Value, given: Arguments): Value {
  switch (callee.kind) {
    case 'function':
      return callFunction(interpreter, callee, given);
    case 'native': {
      interpreter.spend(1);
      const { node, frame } = interpreter;
      const result = callee.call(given, interpreter);
      interpreter.node = node;
      interpreter.frame = frame;
      // A hash that depends on an address is not known, but surely there.
      if (result.kind === 'unknown' && !('hashKey' in result)) interpreter.mayRaise(result.reason);
      return result.kind === 'unknown' && isGiven(result, given) ? withoutKnowledge(result) : result;
    }
    case 'method':
      return call(interpreter, callee.function, withSelf(callee, given));
    case 'class': {
      const made = callClass(interpreter, callee, given);
      return made.kind === 'unknown' && isGiven(made, given) ? withoutKnowledge(made) : made;
    }
    case 'staticmethod':
      return call(interpreter, callee.function, given);
    case 'unknown':
      return callUnknown(interpreter, callee, given);
    default: {
      const cls = interpreter.classOf(callee);
      if (isUnknownValue(cls)) return cls;
      const member = cls.lookup('__call__');
      if (member === undefined) {
        return interpreter.raise('TypeError', `'${typeName(callee, interpreter)}' object is not callable`);
      }
      if (member.kind === 'function' || member.kind === 'native') {
        return call(interpreter, member, {
          positional: [callee, ...given.positional],
          keywords: given.keywords,
          uncertain: given.uncertain,
        });
      }
      if (isUnknownValue(member)) {
        interpreter.mayRaise(member.reason);
        return member;
      }
      return call(interpreter, interpreter.boundMember(member, callee, cls), given);
    }
  }
}

/** Each of those that it may be is called; what else it may be may do anything to the containers that it is given. */
export function callUnknown(
  interpreter: Interpreter,
  callee: UnknownValue,
  given: Arguments,
  changes: 'arguments' | 'nothing' = 'arguments',
): Value {
  interpreter.mayRaise(callee.reason);
  if (changes === 'arguments' && !callee.only) disturbArguments(given, callee.reason, interpreter);
  return onEach(interpreter, callee, (one) => call(interpreter, one, given));
}

function withSelf(method: BoundMethod, given: Arguments): Arguments {
  return { positional: [method.self, ...given.positional], keywords: given.keywords, uncertain: given.uncertain };
}

function callClass(interpreter: Interpreter, cls: ClassValue, given: Arguments): Value {
  if (cls === builtinClass('super')) return makeSuper(interpreter, given);
  if (cls.metaclass) {
    const override = cls.metaclass.lookup('__call__');
    if (override && !isUnknownValue(override) && override !== builtinClass('type').lookup('__call__')) {
      return call(interpreter, override, { ...given, positional: [cls, ...given.positional] });
    }
  }
  return instantiate(interpreter, cls, given);
}

/** `type.__call__`: `__new__`, then `__init__` of what it gave when that is an instance of the class. */
export function instantiate(interpreter: Interpreter, cls: ClassValue, given: Arguments): Value {
  interpreter.spend(1);
  const { node, frame } = interpreter;
  const withClass: Arguments = { ...given, positional: [cls, ...given.positional] };
  let make = cls.lookup('__new__');
  if (make?.kind === 'staticmethod') make = make.function;
  if (make === undefined || isUnknownValue(make)) make = builtinClass('object').members.get('__new__');
  const isPlain = make === undefined || make === builtinClass('object').members.get('__new__');
  const initialize = cls.lookup('__init__');
  let made: Value;
  const isAbstract = cls.members.has('__abstractmethods__');
  if (isPlain && !isAbstract && (cls.unknownBase || initialize !== builtinClass('object').members.get('__init__'))) {
    made = interpreter.newInstance(cls);
  } else made = call(interpreter, make as Value, withClass);
  interpreter.node = node;
  interpreter.frame = frame;
  if (made instanceof InstanceValue && !interpreter.constructions.has(made)) {
    if (!frame.source.isLibrary) interpreter.constructions.set(made, siteAt(frame.source, node));
    interpreter.records.instantiate(made);
  }
  // `type(object)` makes nothing.
  if (cls === builtinClass('type') && given.positional.length === 1 && given.keywords.size === 0) return made;
  const actual = interpreter.classOf(made);
  if (isUnknownValue(actual) || !actual.derivesFrom(cls)) return made;
  if (made instanceof InstanceValue) keepGiven(interpreter, made, given);
  const init =
    made instanceof InstanceValue || actual !== cls || !cls.module.startsWith('builtins')
      ? actual.lookup('__init__')
      : undefined;
  if (init === undefined || isUnknownValue(init)) return made;
  if (init.kind === 'native' && init === builtinClass('object').members.get('__init__') && !isPlain) return made;
  const result = call(interpreter, interpreter.boundMember(init, made, actual), given);
  interpreter.node = node;
  interpreter.frame = frame;
  if (result.kind !== 'None' && !isUnknownValue(result)) {
    interpreter.raise('TypeError', `__init__() should return None, not '${typeName(result, interpreter)}'`);
  }
  return made;
}

/**
 * A base class that is not known may make fields of what its classes hold, as models of data do: what the constructor
 * is given for one replaces what the class has.
 */
function keepGiven(interpreter: Interpreter, made: InstanceValue, given: Arguments): void {
  const why = made.cls.unknownBase;
  if (!why) return;
  const names = [...given.keywords.keys()];
  if (given.uncertain || given.positional.length > 0) names.push(...made.cls.mro.flatMap(annotatedNames));
  for (const name of names) {
    const member = made.cls.lookup(name);
    if (member && !NO_FIELDS.has(member.kind)) made.attributes.set(interpreter.heap, name, unknown(why));
  }
}

const NO_FIELDS: ReadonlySet<Value['kind']> = new Set([
  'function',
  'native',
  'property',
  'staticmethod',
  'classmethod',
  'class',
]);

function annotatedNames(cls: ClassValue): readonly string[] {
  const annotations = cls.members.get('__annotations__');
  if (annotations?.kind !== 'dict') return [];
  return [...annotations.entries.values()].flatMap(({ key }) => (key.kind === 'str' ? [key.value] : []));
}

/** `super()` and `super(cls, self)`. */
function makeSuper(interpreter: Interpreter, given: Arguments): Value {
  if (given.positional.length > 2) {
    interpreter.raise('TypeError', `super() expected at most 2 arguments, got ${given.positional.length}`);
  }
  let [after, self] = given.positional;
  if (after === undefined) {
    const env = functionEnvironment(interpreter.frame.environment);
    if (!env || env.self === null) return interpreter.raise('RuntimeError', 'super(): no arguments');
    self = firstArgument(env);
    if (self === undefined) return interpreter.raise('RuntimeError', 'super(): arg[0] deleted');
    const around = enclosingClass(env);
    if (!around) return interpreter.raise('RuntimeError', 'super(): __class__ cell not found');
    if (!around.value) return interpreter.raise('RuntimeError', 'super(): empty __class__ cell');
    after = around.value;
  }
  if (isUnknownValue(after)) return after;
  if (!(after instanceof ClassValue)) {
    return interpreter.raise('TypeError', `super() argument 1 must be a type, not ${typeName(after, interpreter)}`);
  }
  if (self === undefined) return interpreter.unknown('an unbound `super` is not followed');
  if (isUnknownValue(self)) return self;
  const own = interpreter.classOf(self);
  if (isUnknownValue(own)) return own;
  {
    const fits = !(self instanceof ClassValue)
      ? own.derivesFrom(after)
      : self.derivesFrom(after) || (self.metaclass ?? builtinClass('type')).derivesFrom(after);
    if (!fits) {
      return interpreter.raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
    }
  }
  return { kind: 'super', after, self } as SuperValue;
}

function functionEnvironment(environment: Environment): Environment | null {
  let env: Environment | null = environment;
  while (env && env.kind === 'comprehension') env = env.parent;
  return env;
}

function firstArgument(environment: Environment): Value | undefined {
  const found = environment.self === null ? undefined : environment.locals.get(environment.self);
  return environment.selfIsRest && found?.kind === 'tuple' ? found.items[0] : found;
}
