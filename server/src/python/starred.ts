/** Tuples without brackets that hold starred items (`return x, *rest`), which the grammar refuses. */

import { type IsPython, inContext } from './complete';
import type { LogicalLine } from './logical-line';
import { compose, type Insertion } from './virtual-text';

const CANDIDATE = /(?:=|,|\b(?:return|yield|in))\s*\*(?![*=])/;

/** Strings, names and brackets, equals signs that assign, colons. */
const TOKEN = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[([{]|[)\]}]|\w+|[=!<>:]?==?|:/g;

/** Brackets around the tuple of such a line; undefined where there is none, or where the line is no Python even so. */
export function starredInsertions(
  source: string,
  { start, end, problems, blanks }: LogicalLine,
  isPython: IsPython,
): readonly Insertion[] | undefined {
  const line = source.slice(start, end);
  if (problems.length > 0 || !CANDIDATE.test(line)) return undefined;
  const [openings, closings] = [[] as number[], [end]];
  let depth = 0;
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    else if (depth > 0) continue;
    else if (token === ':') closings.push(start + index);
    else if (/^(?:=|return|yield|in)$/.test(token)) openings.push(start + index + token.length);
  }
  for (const opening of openings.reverse()) {
    for (const closing of closings) {
      if (closing <= opening) continue;
      const insertions = [
        { at: opening, text: '(' },
        { at: closing, text: ')' },
      ];
      if (isPython(inContext(compose(source, start, end, insertions, blanks).text))) return insertions;
    }
  }
  return undefined;
}
