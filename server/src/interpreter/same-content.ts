/** Whether two contents of a slot are the same to whoever reads it. */
import type { Place, Reason } from '../shapes/reason';
import type { UnknownValue, Value } from '../values/value';

/** How deep structures are compared. */
const DEPTH = 8;

/**
 * The same object, or equal contents that a program cannot change and tell apart: numbers, texts, tuples of
 * them, unknown values for the same reason, lists of the same objects.
 */
export function sameContent(a: unknown, b: unknown, depth = DEPTH): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || depth === 0) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b, depth);
  if (a instanceof Map) return b instanceof Map && sameMaps(a, b, depth);
  // Objects with an identity of their own are instances of classes.
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype) return false;
  if ('kind' in a) return 'kind' in b && a.kind === b.kind && sameValues(a as Value, b as Value, depth);
  if ('text' in a && 'text' in b) return sameReasons(a as Reason, b as Reason, depth);
  const names = Object.keys(a);
  if (!('items' in a || 'entries' in a || 'key' in a || 'module' in a) || names.length !== Object.keys(b).length)
    return false;
  return names.every((name) =>
    sameContent((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name], depth - 1),
  );
}

function sameLists(a: readonly unknown[], b: readonly unknown[], depth: number): boolean {
  return a.length === b.length && a.every((item, i) => sameContent(item, b[i], depth - 1));
}

function sameMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>, depth: number): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, other] = others.next().value as [unknown, unknown];
    if (key !== otherKey || !sameContent(value, other, depth - 1)) return false;
  }
  return true;
}

function sameValues(a: Value, b: Value, depth: number): boolean {
  switch (a.kind) {
    case 'int':
    case 'float':
    case 'str':
    case 'bool':
      return Object.is(a.value, (b as { value?: unknown }).value);
    case 'tuple':
      return b.kind === 'tuple' && a.cls === b.cls && sameLists(a.items, b.items, depth);
    case 'unknown':
      return sameUnknown(a, b as UnknownValue, depth);
    case 'method':
      return b.kind === 'method' && a.self === b.self && a.function === b.function;
    default:
      return false;
  }
}

const UNKNOWN: ReadonlySet<string> = new Set(['kind', 'reason', 'may', 'only', 'present']);

function sameUnknown(a: UnknownValue, b: UnknownValue, depth: number): boolean {
  // Some say more than a plain one does.
  if (Object.keys(a).length !== Object.keys(b).length || !sameReasons(a.reason, b.reason, depth)) return false;
  const [may, other] = [a.may ?? [], b.may ?? []];
  return (
    may.length === other.length &&
    may.every((value, i) => value === other[i]) &&
    a.only === b.only &&
    sameContent(a.present, b.present, depth - 1) &&
    Object.keys(a).every((key) => UNKNOWN.has(key))
  );
}

function sameReasons(a: Reason | undefined, b: Reason | undefined, depth: number): boolean {
  if (a === b) return true;
  if (!a || !b || depth === 0) return false;
  return a.text === b.text && samePlaces(a.place, b.place) && sameReasons(a.because, b.because, depth - 1);
}

function samePlaces(a: Place | undefined, b: Place | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.item === b.item && a.start === b.start && a.end === b.end;
}
