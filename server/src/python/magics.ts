/** IPython's own syntax in a notebook's cell: `%magic`, `!command`, `help?`. Python does not know it. */

import type { Span } from '../text/span';
import type { Comment } from './ast';
import { HOLE } from './hole';
import { LineReader } from './logical-line';
import { behindLineEnd, indentation, lineEnd } from './physical-line';
import { blank } from './virtual-text';

/** Cell magics that run the rest of the cell as it is. Any other does something else with it. */
const KEEPS_BODY = /^%%(?:capture|prun|time|timeit)\b/;

/** `x = !command`, `x = %magic`. */
const ASSIGNED = /^[\w\s.,[\]*]+=[ \t]*(?=[!%])/;

/** `?name`, `name?`, `name??`. */
const HELP = /^(?:\?|[%\w.*]+\?{1,2}[ \t]*$)/;

/**
 * A cell's text with white space where it is no Python, every other character in its place. What a magic or command
 * gives to a name is a hole: nobody knows it.
 */
export function blankMagics(cell: string): string {
  const first = indentation(cell, skipBlankLines(cell, 0), cell.length).start;
  if (cell.startsWith('%%', first)) {
    if (!KEEPS_BODY.test(cell.slice(first, first + 20))) return cell.replace(/[^\r\n]/g, ' ');
  }
  const reader = new LineReader(cell, cell.length);
  const blanks: Span[] = [];
  const replacements: { at: number; text: string }[] = [];
  const comments: Comment[] = [];
  let at = skipBlankLines(cell, 0);
  while (at < cell.length) {
    const { start, indent } = indentation(cell, at, cell.length);
    const end = lineEnd(cell, start, cell.length);
    const text = cell.slice(start, end);
    const assigned = ASSIGNED.exec(text);
    if (/^[%!]/.test(text) || HELP.test(text)) {
      const command = commandLines(cell, start, end);
      blanks.push(...command);
      // A block must not be left empty.
      if (indent > 0) replacements.push({ at: start, text: 'pass'.length <= text.length ? 'pass' : '0' });
      at = behindLineEnd(cell, command.at(-1)?.end ?? end, cell.length);
    } else if (assigned !== null) {
      const command = commandLines(cell, start + assigned[0].length, end);
      blanks.push(...command);
      replacements.push({ at: start + assigned[0].length, text: HOLE });
      at = behindLineEnd(cell, command.at(-1)?.end ?? end, cell.length);
    } else {
      at = reader.read(at, comments)?.next ?? cell.length;
    }
    at = skipBlankLines(cell, at);
  }
  return replacements.reduce(
    (text, { at: from, text: other }) => text.slice(0, from) + other + text.slice(from + other.length),
    blank(cell, blanks),
  );
}

/** The lines of a command that begins at `start`: a backslash at the end of one goes on with the next. */
function commandLines(cell: string, start: number, firstEnd: number): Span[] {
  const lines = [{ start, end: firstEnd }];
  for (let end = firstEnd; cell[end - 1] === '\\' && end < cell.length; ) {
    const next = behindLineEnd(cell, end, cell.length);
    end = lineEnd(cell, next, cell.length);
    lines.push({ start: next, end });
  }
  return lines;
}

/** The physical line at or behind an offset that is neither blank nor a comment alone. */
function skipBlankLines(cell: string, from: number): number {
  let at = from;
  while (at < cell.length) {
    const { start } = indentation(cell, at, cell.length);
    if (start < cell.length && !/[\r\n#]/.test(cell.charAt(start))) return at;
    at = behindLineEnd(cell, lineEnd(cell, start, cell.length), cell.length);
  }
  return cell.length;
}
