/** A text with insertions and blanked parts, and the way back from its offsets to the original's. */

import { firstIndex } from '../text/first-index';
import type { Span } from '../text/span';

/** Text to think of as standing before the character at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

export interface VirtualText {
  readonly text: string;
  /** The original offset of one in `text`; what was inserted has the offset that it was inserted at. */
  readonly toSource: (offset: number) => number;
}

/**
 * The part of `source` from `start` to `end` with white space in place of `blanks`, and `insertions` made (at one
 * offset in the order given). `toSource` gives offsets in `source`.
 */
export function compose(
  source: string,
  start: number,
  end: number,
  insertions: readonly Insertion[],
  blanks: readonly Span[],
): VirtualText {
  const sorted = [...insertions].sort((a, b) => a.at - b.at);
  const part = blank(
    source.slice(start, end),
    blanks.map((span) => ({ start: span.start - start, end: span.end - start })),
  );
  let text = '';
  let from = 0;
  // Where each insertion begins and ends in the text, and how much has been inserted up to then.
  const begins: number[] = [];
  const ends: number[] = [];
  const inserted: number[] = [];
  let total = 0;
  for (const { at, text: more } of sorted) {
    text += part.slice(from, at - start);
    from = at - start;
    begins.push(text.length);
    text += more;
    ends.push(text.length);
    total += more.length;
    inserted.push(total);
  }
  text += part.slice(from);
  const toSource = (offset: number): number => {
    // Of the insertions that begin before the offset it may lie in the last.
    const last = firstIndex(begins.length, (i) => (begins[i] ?? 0) >= offset) - 1;
    if (last < 0) return start + offset;
    const inside = Math.max(0, (ends[last] ?? 0) - offset);
    return start + offset + inside - (inserted[last] ?? 0);
  };
  return { text, toSource };
}

/** A text with white space in place of some of its parts. */
export function blank(source: string, blanks: readonly Span[]): string {
  if (blanks.length === 0) return source;
  let text = '';
  let from = 0;
  for (const { start, end } of [...blanks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= from) continue;
    const first = Math.max(start, from);
    text += source.slice(from, first) + ' '.repeat(end - first);
    from = end;
  }
  return text + source.slice(from);
}
