/**
 * Statements that are written differently and mean the same: another layout, other comments. The tree that was there first
 * stays, for functions and what was told of the statement hold its nodes; only where they stand is taken over.
 */

import type { Statement } from './ast';

/** Fields of nodes that say where something stands. */
const PLACES: ReadonlySet<string> = new Set(['start', 'end', 'attrStart', 'nameStart', 'closing']);

/** Scopes follow from the rest. */
const FOLLOWS = 'scope';

/** Whether two trees differ in nothing but where their nodes stand. */
export function sameMeaning(a: Statement, b: Statement): boolean {
  return same(a, b);
}

/** Gives each of two such trees the places of the other: done twice, it is undone. */
export function exchangePlaces(a: Statement, b: Statement): void {
  exchange(a, b, new Set());
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]));
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length &&
    names.every((name) => PLACES.has(name) || name === FOLLOWS || (name in b && same(a[name], b[name])))
  );
}

function exchange(a: unknown, b: unknown, done: Set<object>): void {
  if (!isObject(a) || !isObject(b) || done.has(a)) return;
  done.add(a);
  for (const name of Object.keys(a)) {
    if (PLACES.has(name)) [a[name], b[name]] = [b[name], a[name]];
    else if (name !== FOLLOWS) exchange(a[name], b[name], done);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
