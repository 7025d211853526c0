/**
 * Operators by Python's rules: special methods of the operands' classes, reflected operands,
 * `NotImplemented`, and TypeError at the end.
 */
import type { BinaryOperator, ComparisonOperator } from '../../python/ast';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  float,
  int,
  isUnknownValue,
  NONE,
  NOT_IMPLEMENTED,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { complex, complexOperation, floatOperation, intOperation, toFloat } from './arithmetic';
import { plain } from './boxed';
import { builtinCompare, type RichOperator, sameOrEqual } from './equality';
import { genericAlias } from './generic-alias';
import { callNext, search } from './iterators';
import { iteratorOf } from './protocols';
import { callMember, callMethod, isIterable, specialMember, typeName } from './special';

export { callMethod } from './special';

const METHODS: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

/** `a op b` */
export function binary(op: BinaryOperator, a: Value, b: Value, context: Context): Value {
  const numbers = numberOperation(op, a, b, context);
  if (numbers !== undefined) return numbers;
  const missing = unknownOperand(a, b);
  if (missing) return missing;
  const result = tryBinary(op, a, b, context);
  return result ?? unsupported(op === '**' ? '** or pow()' : op, a, b, context);
}

/** `a op= b`: in place where the left operand's class can. */
export function augmented(op: BinaryOperator, a: Value, b: Value, context: Context): Value {
  const numbers = numberOperation(op, a, b, context);
  if (numbers !== undefined) return numbers;
  // Containers are changed by what is not known, too.
  if (isUnknownValue(a)) {
    return interpreterOf(context).onEach(a, (object) => augmented(op, object, b, context));
  }
  if (isUnknownValue(b) && !['list', 'dict', 'set', 'tensor', 'instance'].includes(a.kind)) return b;
  const result = callOperator(`__i${METHODS[op]}__`, context.classOf(a), a, b, context);
  if (result !== undefined) return result;
  const missing = unknownOperand(a, b);
  if (missing) return missing;
  return tryBinary(op, a, b, context) ?? unsupported(op === '**' ? '** or pow()=' : `${op}=`, a, b, context);
}

/** The operand that makes the result unknown: a tensor decides on its own what it gives with one. */
function unknownOperand(a: Value, b: Value): UnknownValue | undefined {
  if (a.kind === 'tensor' || b.kind === 'tensor') return undefined;
  return isUnknownValue(a) ? a : isUnknownValue(b) ? b : undefined;
}

/** Arithmetic of built-in numbers; undefined for other operands. */
export function numberOperation(op: BinaryOperator, a: Value, b: Value, context: Context): Value | undefined {
  if (a.kind === 'complex' || b.kind === 'complex') {
    const x = asComplex(a);
    const y = asComplex(b);
    return x && y && op !== '//' && op !== '%' ? complexOperation(op, x, y, context) : undefined;
  }
  const x = numeric(a);
  const y = numeric(b);
  if (x === undefined || y === undefined) return undefined;
  if (a.kind === 'bool' && b.kind === 'bool' && (op === '&' || op === '|' || op === '^')) {
    return bool(op === '&' ? a.value && b.value : op === '|' ? a.value || b.value : a.value !== b.value);
  }
  if (a.kind !== 'float' && b.kind !== 'float') return intOperation(op, x, y, context);
  return floatOperation(op, floatOperand(x, context), floatOperand(y, context), context);
}

function numeric(value: Value): number | bigint | undefined {
  if (value.kind === 'int' || value.kind === 'float') return value.value;
  return value.kind === 'bool' ? Number(value.value) : undefined;
}

function floatOperand(value: number | bigint, context: Context): number {
  const number = toFloat(value);
  if (typeof value === 'bigint' && !Number.isFinite(number)) {
    context.raise('OverflowError', 'int too large to convert to float');
  }
  return number;
}

function asComplex(value: Value): ReturnType<typeof complex> | undefined {
  if (value.kind === 'complex') return value;
  const number = numeric(value);
  return number === undefined ? undefined : complex(toFloat(number), 0);
}

/** Undefined where neither operand supports it. */
function tryBinary(op: BinaryOperator, a: Value, b: Value, context: Context): Value | undefined {
  const left = context.classOf(a);
  const right = context.classOf(b);
  if (isUnknownValue(left) && a.kind !== 'tensor') return left;
  if (isUnknownValue(right) && b.kind !== 'tensor' && a.kind !== 'tensor') return right;
  const name = METHODS[op];
  const reflected = reflectedMember(`__r${name}__`, left, right);
  if (reflected && isProperSubclass(right, left) && overrides(right, left, `__r${name}__`)) {
    const result = callMember(reflected, b, [a], context);
    if (result.kind !== 'NotImplemented') return result;
    return callOperator(`__${name}__`, left, a, b, context);
  }
  // A sequence's `+` and `*` come after the other operand's reflected method.
  const sequence = (op === '+' || op === '*') && isSequence(a) && !isUnknownValue(left);
  if (sequence && reflected && !isSequence(b)) {
    const member = specialMember(left as ClassValue, `__${name}__`);
    if (member?.kind === 'native') {
      const result = callMember(reflected, b, [a], context);
      if (result.kind !== 'NotImplemented') return result;
      return callOperator(`__${name}__`, left, a, b, context);
    }
  }
  const result = callOperator(`__${name}__`, left, a, b, context);
  if (result !== undefined) return result;
  if (!reflected) return undefined;
  const other = callMember(reflected, b, [a], context);
  return other.kind === 'NotImplemented' ? undefined : other;
}

function callOperator(
  name: string,
  cls: ClassValue | UnknownValue,
  a: Value,
  b: Value,
  context: Context,
): Value | undefined {
  if (isUnknownValue(cls)) return undefined;
  const member = specialMember(cls, name);
  if (member === undefined) return undefined;
  const result = callMember(member, a, [b], context);
  return result.kind === 'NotImplemented' ? undefined : result;
}

/** The right operand's method, which is asked where the classes differ. */
function reflectedMember(
  name: string,
  left: ClassValue | UnknownValue,
  right: ClassValue | UnknownValue,
): Value | undefined {
  if (isUnknownValue(right) || left === right) return undefined;
  return specialMember(right, name);
}

function isProperSubclass(cls: ClassValue | UnknownValue, base: ClassValue | UnknownValue): boolean {
  return !isUnknownValue(cls) && !isUnknownValue(base) && cls !== base && cls.derivesFrom(base);
}

/** The subclass has another method than its base: only then it is asked first. */
function overrides(cls: ClassValue | UnknownValue, base: ClassValue | UnknownValue, name: string): boolean {
  return !isUnknownValue(cls) && !isUnknownValue(base) && cls.lookup(name) !== base.lookup(name);
}

function isSequence(value: Value): boolean {
  const { kind } = plain(value);
  return kind === 'list' || kind === 'tuple' || kind === 'str' || kind === 'bytes';
}

function unsupported(shown: string, a: Value, b: Value, context: Context): never {
  return context.raise(
    'TypeError',
    `unsupported operand type(s) for ${shown}: '${typeName(a, context)}' and '${typeName(b, context)}'`,
  );
}

const UNARY = { '-': '__neg__', '+': '__pos__', '~': '__invert__' } as const;

/** `-a`, `+a`, `~a` */
export function unary(op: '-' | '+' | '~', a: Value, context: Context): Value {
  if (isUnknownValue(a)) return a;
  const own = numberUnary(op, a);
  if (own) return own;
  const result = callMethod(a, UNARY[op], [], context);
  if (result !== undefined) return result;
  return context.raise('TypeError', `bad operand type for unary ${op}: '${typeName(a, context)}'`);
}

/** Of built-in numbers; undefined for others. */
export function numberUnary(op: '-' | '+' | '~', a: Value): Value | undefined {
  if (a.kind === 'float') return op === '~' ? undefined : float(op === '-' ? -a.value : a.value);
  if (a.kind === 'complex') {
    if (op === '~') return undefined;
    return op === '-' ? complex(-a.real, -a.imaginary) : a;
  }
  if (a.kind !== 'int' && a.kind !== 'bool') return undefined;
  const value = typeof a.value === 'bigint' ? a.value : Number(a.value);
  if (op === '+') return int(value);
  if (op === '~') return int(typeof value === 'bigint' ? -value - 1n : -value - 1);
  return int(value === 0 ? 0 : -value);
}

const RICH: Readonly<Record<RichOperator, { readonly method: string; readonly reflected: string }>> = {
  '==': { method: '__eq__', reflected: '__eq__' },
  '!=': { method: '__ne__', reflected: '__ne__' },
  '<': { method: '__lt__', reflected: '__gt__' },
  '<=': { method: '__le__', reflected: '__ge__' },
  '>': { method: '__gt__', reflected: '__lt__' },
  '>=': { method: '__ge__', reflected: '__le__' },
};

/** `a op b` for comparisons, `in` among them; identity is the caller's. */
export function compare(op: ComparisonOperator, a: Value, b: Value, context: Context): Value {
  if (op === 'in' || op === 'not in') return contained(op, a, b, context);
  if (op === 'is' || op === 'is not') return bool((a === b) === (op === 'is'));
  if (isBuiltinKind(a) && isBuiltinKind(b)) {
    const decided = builtinCompare(op, a, b, context);
    if (decided !== null) return typeof decided === 'boolean' ? bool(decided) : decided;
    if (op === '==' || op === '!=') return bool((a === b) === (op === '=='));
  }
  const missing = unknownOperand(a, b);
  if (missing?.oneOf) {
    const put = (side: Value, one: Value) => (side === missing ? one : side);
    return interpreterOf(context).onEach(missing, (one) => compare(op, put(a, one), put(b, one), context));
  }
  if (missing) return sameHash(op, a, b) ?? missing;
  return compareByMethods(op, a, b, context);
}

/** Hashes that differ from run to run are equal where they are of equal values. */
function sameHash(op: RichOperator, a: Value, b: Value): Value | undefined {
  if (!('hashKey' in a) || !('hashKey' in b) || a.hashKey !== b.hashKey) return undefined;
  return op === '==' || op === '!=' ? bool(op === '==') : undefined;
}

/** Kinds whose comparison no class of the program can change. */
function isBuiltinKind(value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'instance':
    case 'class':
    case 'tensor':
    case 'super':
      return false;
    case 'list':
    case 'dict':
    case 'tuple':
      return !value.cls;
    default:
      return true;
  }
}

function compareByMethods(op: RichOperator, a: Value, b: Value, context: Context): Value {
  const left = context.classOf(a);
  const right = context.classOf(b);
  if (isUnknownValue(left) && a.kind !== 'tensor') return left;
  if (isUnknownValue(right) && b.kind !== 'tensor' && a.kind !== 'tensor') return right;
  const { method, reflected } = RICH[op];
  if (isProperSubclass(right, left)) {
    const first = callOperator(reflected, right, b, a, context);
    if (first !== undefined) return first;
    const second = callOperator(method, left, a, b, context);
    if (second !== undefined) return second;
  } else {
    const first = callOperator(method, left, a, b, context);
    if (first !== undefined) return first;
    const second = callOperator(reflected, right, b, a, context);
    if (second !== undefined) return second;
  }
  if (op === '==') return bool(a === b);
  if (op === '!=') return bool(a !== b);
  return context.raise(
    'TypeError',
    `'${op}' not supported between instances of '${typeName(a, context)}' and '${typeName(b, context)}'`,
  );
}

/** `a in b` */
function contained(op: 'in' | 'not in', a: Value, b: Value, context: Context): Value {
  if (isUnknownValue(b)) return interpreterOf(context).onEach(b, (object) => contained(op, a, object, context));
  const found = contains(b, a, context);
  return typeof found === 'boolean' ? bool(found === (op === 'in')) : found;
}

/** `item in container`: `__contains__`, else by iterating. */
export function contains(container: Value, item: Value, context: Context): boolean | UnknownValue {
  const owner = context.classOf(container);
  if (!isUnknownValue(owner) && owner.lookup('__contains__')?.kind === 'None') {
    return context.raise('TypeError', `'${owner.name}' object is not a container`);
  }
  const result = callMethod(container, '__contains__', [item], context);
  if (result !== undefined) return context.truth(result);
  const cls = context.classOf(container);
  const iterable = isUnknownValue(cls) || container.kind === 'iterator' || isIterable(cls);
  if (!iterable) {
    return context.raise('TypeError', `argument of type '${typeName(container, context)}' is not iterable`);
  }
  const iterator = iteratorOf(container, context);
  if (isUnknownValue(iterator)) return iterator;
  return among(() => callNext(iterator, context), item, context);
}

/** Whether one of the items is, or equals, what is sought. */
export function among(
  next: () => ReturnType<typeof callNext>,
  sought: Value,
  context: Context,
): boolean | UnknownValue {
  return search(next, (item) => sameOrEqual(item, sought, context), context);
}

/** `value[key]` */
export function subscript(value: Value, key: Value, context: Context): Value {
  if (isUnknownValue(value)) return interpreterOf(context).onEach(value, (object) => subscript(object, key, context));
  const result = callMethod(value, '__getitem__', [key], context);
  if (result !== undefined) return result;
  if (value.kind === 'class') {
    const generic = value.lookup('__class_getitem__');
    if (generic) return subscriptClass(value, generic, key, context);
    if (value === context.builtin('type')) return genericAlias(value, key, context);
    return context.raise('TypeError', `type '${value.name}' is not subscriptable`);
  }
  return context.raise('TypeError', `'${typeName(value, context)}' object is not subscriptable`);
}

/** Changes an unknown value: each of the objects that it may be is changed or not. */
function setOnEach(value: UnknownValue, change: (object: Value) => void, context: Context): void {
  const interpreter = interpreterOf(context);
  interpreter.mayRaise(value.reason);
  interpreter.onEach(value, (object) => {
    change(object);
    return NONE;
  });
}

function subscriptClass(cls: ClassValue, member: Value, key: Value, context: Context): Value {
  if (cls.unknownBase && isUnknownValue(member)) return member;
  const method = context.attribute(cls, '__class_getitem__');
  return method === undefined ? NOT_IMPLEMENTED : context.call(method, args([key]));
}

/** `value[key] = content` */
export function setSubscript(value: Value, key: Value, content: Value, context: Context): void {
  if (isUnknownValue(value)) {
    setOnEach(value, (object) => setSubscript(object, key, content, context), context);
    return;
  }
  if (callMethod(value, '__setitem__', [key, content], context) !== undefined) return;
  context.raise('TypeError', `'${typeName(value, context)}' object does not support item assignment`);
}

/** `del value[key]` */
export function deleteSubscript(value: Value, key: Value, context: Context): void {
  if (isUnknownValue(value)) {
    setOnEach(value, (object) => deleteSubscript(object, key, context), context);
    return;
  }
  if (callMethod(value, '__delitem__', [key], context) !== undefined) return;
  context.raise('TypeError', `'${typeName(value, context)}' object doesn't support item deletion`);
}

/** A decision as a special method gives it. */
export function decision(value: boolean | UnknownValue | null): Value {
  if (value === null) return NOT_IMPLEMENTED;
  return typeof value === 'boolean' ? bool(value) : value;
}
