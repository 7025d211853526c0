/** Where two texts differ. */
import type { Span } from './span';

/** The stretch in which two texts differ, in each of them: all before it and all behind it is the same. */
export interface ChangedStretch {
  readonly older: Span;
  readonly newer: Span;
}

/** So many characters are compared at once, first in large blocks: that is much faster than one by one. */
const BLOCKS = [32_768, 1024];

/** What was asked for last: several want to know of each edit. */
let last: { readonly older: string; readonly newer: string; readonly found: ChangedStretch } | null = null;

export function changedStretch(older: string, newer: string): ChangedStretch {
  if (last?.older !== older || last.newer !== newer) last = { older, newer, found: compare(older, newer) };
  return last.found;
}

function compare(older: string, newer: string): ChangedStretch {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  for (const block of BLOCKS)
    while (start + block <= shorter && older.slice(start, start + block) === newer.slice(start, start + block))
      start += block;
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start += 1;
  const most = shorter - start;
  let [oldEnd, newEnd] = [older.length, newer.length];
  const last = oldEnd - most;
  for (const block of BLOCKS) {
    while (oldEnd - last >= block && older.slice(oldEnd - block, oldEnd) === newer.slice(newEnd - block, newEnd)) {
      oldEnd -= block;
      newEnd -= block;
    }
  }
  while (oldEnd > last && older.charCodeAt(oldEnd - 1) === newer.charCodeAt(newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { older: { start, end: oldEnd }, newer: { start, end: newEnd } };
}
