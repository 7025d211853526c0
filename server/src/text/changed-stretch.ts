/** Where two texts differ. */
import type { Span } from './span';

/** The stretch in which two texts differ, in each of them: all before it and all behind it is the same. */
export interface ChangedStretch {
  readonly older: Span;
  readonly newer: Span;
}

/** So many characters are compared at once: that is much faster than one by one. */
const BLOCK = 2048;

export function changedStretch(older: string, newer: string): ChangedStretch {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older.slice(start, start + BLOCK) === newer.slice(start, start + BLOCK)) start += BLOCK;
  start = Math.min(start, shorter);
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start += 1;
  const most = shorter - start;
  let [oldEnd, newEnd] = [older.length, newer.length];
  const last = oldEnd - most;
  while (oldEnd - last >= BLOCK && older.slice(oldEnd - BLOCK, oldEnd) === newer.slice(newEnd - BLOCK, newEnd)) {
    oldEnd -= BLOCK;
    newEnd -= BLOCK;
  }
  while (oldEnd > last && older.charCodeAt(oldEnd - 1) === newer.charCodeAt(newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { older: { start, end: oldEnd }, newer: { start, end: newEnd } };
}
