/**
 * Hashes: `hashKey` says under which key of a dict or set a value stands (equal values, equal
 * keys); `pythonHash` is the number that `hash()` gives, where it does not differ from run to run.
 */
import type { Context } from '../../values/context';
import { type ClassValue, isUnknownValue, type UnknownValue, unknown, type Value } from '../../values/value';
import { plain } from './boxed';
import { floatParts } from './float-text';
import { callMember, typeName } from './special';

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for an object's identity. */
export function identityOf(value: object): number {
  let id = identities.get(value);
  if (id === undefined) {
    lastIdentity += 1;
    id = lastIdentity;
    identities.set(value, id);
  }
  return id;
}

/** What `hash()` gives where the number differs from run to run: unknown, but told apart by its key. */
export interface UnknownHash extends UnknownValue {
  readonly hashKey: string;
}

/**
 * The key of a value. Raises TypeError for values that have none. Keys that begin with `u:` are of
 * classes with a `__hash__` of their own: equal keys do not prove equal values (see `dict-access`).
 */
export function hashKey(value: Value, context: Context): string | UnknownValue {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return value.kind;
    case 'bool':
      return value.value ? 'n:1' : 'n:0';
    case 'int':
      return `n:${value.value}`;
    case 'float':
      return floatKey(value.value, value);
    case 'complex':
      return value.imaginary === 0 ? floatKey(value.real, value) : `c:${value.real + 0},${value.imaginary + 0}`;
    case 'str':
      return `s:${value.value}`;
    case 'bytes':
      return `b:${value.value.join(',')}`;
    case 'range':
      return rangeKey(value.start, value.stop, value.step);
    case 'tuple':
      return value.cls ? hashByClass(value, context) : tupleKey(value.items, context);
    case 'set':
      if (!value.frozen) return unhashable(value, context);
      return value.uncertain
        ? context.unknown('the set is not known', value.uncertain)
        : setKey([...value.items.keys()]);
    case 'method':
      return `m:${identityOf(value.self)}:${identityOf(value.function)}`;
    case 'slice':
      return unhashable(value, context);
    case 'list':
    case 'dict':
    case 'instance':
    case 'class':
      return hashByClass(value, context);
    case 'tensor':
      // numpy's numbers are hashed by their values, its arrays not at all.
      if (value.library === 'numpy' && ('kind' in value.shape || value.shape.length === 0))
        return context.unknown('the value of a number of numpy is not known');
      return hashByClass(value, context);
    default:
      return `i:${identityOf(value)}`;
  }
}

function floatKey(value: number, object: object): string {
  if (Number.isNaN(value)) return `i:${identityOf(object)}`;
  return Number.isInteger(value) ? `n:${BigInt(value)}` : `n:${value}`;
}

function rangeKey(start: number, stop: number, step: number): string {
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return `r:${length}:${length > 0 ? start : ''}:${length > 1 ? step : ''}`;
}

export function tupleKey(items: readonly Value[], context: Context): string | UnknownValue {
  let key = 't:';
  for (const item of items) {
    const part = hashKey(item, context);
    if (typeof part !== 'string') return part;
    key += `${part.length}:${part}`;
  }
  return key;
}

function setKey(keys: string[]): string {
  return `f:${keys
    .sort()
    .map((key) => `${key.length}:${key}`)
    .join('')}`;
}

function unhashable(value: Value, context: Context): never {
  return context.raise('TypeError', `unhashable type: '${typeName(value, context)}'`);
}

/** By the class' `__hash__`: the first class in the order that has one, or an `__eq__` that takes it away. */
function hashByClass(value: Value, context: Context): string | UnknownValue {
  const cls = context.classOf(value);
  if (isUnknownValue(cls)) return cls;
  const owner = hashOwner(cls);
  if (owner?.opaque) return unknown(owner.unknownBase ?? context.because('its base class is not known'));
  const member = owner?.members.get('__hash__');
  if (!member || member.kind === 'None') return unhashable(value, context);
  if (isIdentityHash(member)) return `i:${identityOf(value)}`;
  if (isPlainHash(member)) return plainKey(value, context);
  const hash = callMember(member, value, [], context);
  if (isUnknownValue(hash)) return 'hashKey' in hash ? `u:${(hash as UnknownHash).hashKey}` : hash;
  const number = plain(hash);
  if (number.kind !== 'int' && number.kind !== 'bool') {
    return context.raise('TypeError', '__hash__ method should return an integer');
  }
  return `u:${Number(number.value)}`;
}

/** The class that decides: the first with a `__hash__`, or with an `__eq__` alone, which takes it away. */
function hashOwner(cls: ClassValue): ClassValue | undefined {
  return cls.mro.find((one) => one.opaque || one.members.has('__hash__') || one.members.has('__eq__'));
}

function plainKey(value: Value, context: Context): string | UnknownValue {
  if (value.kind === 'tuple') return tupleKey(value.items, context);
  return hashKey(plain(value), context);
}

const identityHashes = new WeakSet<object>();
const plainHashes = new WeakSet<object>();

/** Declares a native `__hash__` that goes by identity (`object`'s). */
export function hashesByIdentity<T extends Value>(member: T): T {
  identityHashes.add(member);
  return member;
}

/** Declares a native `__hash__` of a built-in type: that of the plain value. */
export function hashesByContent<T extends Value>(member: T): T {
  plainHashes.add(member);
  return member;
}

function isIdentityHash(member: Value): boolean {
  return identityHashes.has(member);
}

function isPlainHash(member: Value): boolean {
  return plainHashes.has(member);
}

/** The class that decides a value's hash has its own `__hash__` or `__eq__`. */
export function hasOwnHash(cls: ClassValue): boolean {
  const member = hashOwner(cls)?.members.get('__hash__');
  return member !== undefined && !isIdentityHash(member) && !isPlainHash(member);
}

// ---------------------------------------------------------------- numbers

const MODULUS = (1n << 61n) - 1n;
const WORD = 64;

/** The number that `hash()` gives; null where it depends on the run (strings) or on addresses. */
export function pythonHash(value: Value, context: Context): bigint | null {
  const inner = plain(value);
  switch (inner.kind) {
    case 'bool':
      return inner.value ? 1n : 0n;
    case 'int':
      return intHash(BigInt(inner.value));
    case 'float':
      return floatHash(inner.value);
    case 'complex':
      return complexHash(inner.real, inner.imaginary);
    case 'tuple':
      return inner.cls && hasOwnHash(inner.cls) ? null : tupleHash(inner.items, context);
    case 'str':
      return inner.value === '' ? 0n : null;
    case 'bytes':
      return inner.value.length === 0 ? 0n : null;
    default:
      return null;
  }
}

function intHash(value: bigint): bigint {
  const hash = value < 0n ? -(-value % MODULUS) : value % MODULUS;
  return hash === -1n ? -2n : hash;
}

function floatHash(value: number): bigint | null {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) return value > 0 ? 314159n : -314159n;
  const { mantissa, exponent } = floatParts(value);
  // 2^61 is 1 modulo 2^61 - 1.
  const shift = ((exponent % 61) + 61) % 61;
  const magnitude = (mantissa << BigInt(shift)) % MODULUS;
  const hash = value < 0 ? -magnitude : magnitude;
  return hash === -1n ? -2n : hash;
}

function complexHash(real: number, imaginary: number): bigint | null {
  const parts = [floatHash(real), floatHash(imaginary)];
  if (parts[0] == null || parts[1] == null) return null;
  const hash = BigInt.asIntN(WORD, parts[0] + 1000003n * parts[1]);
  return hash === -1n ? -2n : hash;
}

/** xxHash with one lane, as `tuplehash`. */
function tupleHash(items: readonly Value[], context: Context): bigint | null {
  const prime1 = 11400714785074694791n;
  const prime2 = 14029467366897019727n;
  const prime5 = 2870177450012600261n;
  let accumulator = prime5;
  for (const item of items) {
    const lane = pythonHash(item, context);
    if (lane === null) return null;
    accumulator = BigInt.asUintN(WORD, accumulator + BigInt.asUintN(WORD, lane) * prime2);
    accumulator = BigInt.asUintN(WORD, (accumulator << 31n) | (accumulator >> 33n));
    accumulator = BigInt.asUintN(WORD, accumulator * prime1);
  }
  accumulator = BigInt.asUintN(WORD, accumulator + (BigInt(items.length) ^ (prime5 ^ 3527539n)));
  const hash = BigInt.asIntN(WORD, accumulator);
  return hash === -1n ? 1546275796n : hash;
}
