/**
 * Which triple quote was left open. One that is being typed pairs with the next one of the file, and from there on text
 * and code change places: what is left over at the end of the file says that there is one, but not which.
 */

import type { Comment } from './ast';
import { type IsPython, inContext } from './complete';
import { LineReader } from './logical-line';
import { behindLineEnd, lineEnd } from './physical-line';

/** How many lines of each stretch are looked at. */
const SAMPLE = 6;

/**
 * The triple quote to take as unclosed, so that most of the text reads as Python. `last` is the one that has no partner
 * when they are paired in order.
 */
export function findUnclosed(text: string, start: number, limit: number, last: number, isPython: IsPython): number {
  const quote = text.slice(last, last + 3);
  const quotes: number[] = [];
  for (let at = text.indexOf(quote, start); at !== -1 && at < limit; at = text.indexOf(quote, at + 3)) {
    if (text[at - 1] !== '\\') quotes.push(at);
  }
  // The stretch behind each quote, as far as it speaks for code (positive) or for text.
  const scores = quotes.map((at, i) => codeScore(text, at + 3, quotes[i + 1] ?? limit, isPython));
  // With the quotes paired in order, the stretch behind an even one is text; behind an unclosed one all is the other way.
  const paired = (i: number): number => (i % 2 === 0 ? -1 : 1) * (scores[i] ?? 0);
  let rest = scores.reduce((sum, _, i) => sum - paired(i), 0);
  let best = Number.NEGATIVE_INFINITY;
  let unclosed = last;
  quotes.forEach((at, i) => {
    if (i % 2 === 0 && rest > best) {
      best = rest;
      unclosed = at;
    }
    rest += 2 * paired(i);
  });
  return unclosed;
}

/** Between -1 (text) and 1 (code), for what stands behind a triple quote up to `limit`, the next one. */
function codeScore(text: string, start: number, limit: number, isPython: IsPython): number {
  const comments: Comment[] = [];
  // A word stands directly behind an opening quote only.
  const isText = limit > start && /\w/.test(text.charAt(start));
  let score = isText ? -1 : 0;
  let count = isText ? 1 : 0;
  const first = lineEnd(text, start, limit);
  // The last line, with the next quote in it, is cut short.
  const last = Math.max(text.lastIndexOf('\n', limit - 1), text.lastIndexOf('\r', limit - 1)) + 1;
  const reader = new LineReader(text, limit === text.length ? limit : Math.max(last, start));
  let at = behindLineEnd(text, first, limit);
  while (count < SAMPLE) {
    const line = reader.read(at, comments);
    if (line === undefined) break;
    at = line.next;
    const code = text.slice(line.start, line.end);
    // A word alone is both.
    if (/^\w+$/.test(code)) continue;
    count++;
    score += line.problems.length === 0 && isPython(inContext(code)) ? 1 : -1;
  }
  return count === 0 ? 0 : score / count;
}
