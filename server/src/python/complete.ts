/** Finishes a line that somebody is still typing: `x =`, `x.`, `def f(`, `for i`, `from keras import`. */

import { HOLE } from './hole';
import type { LogicalLine } from './logical-line';
import { compose, type Insertion } from './virtual-text';

/** Whether a text is Python as far as the grammar goes. */
export type IsPython = (text: string) => boolean;

/** Words that begin a line which ends with a colon and owns the block behind it. */
const HEADER = /^(?:async|case|class|def|elif|else|except|finally|for|if|match|try|while|with)\b/;

/** What may be missing where an expression ends, likeliest first. */
const INNER = [
  '',
  ` ${HOLE}`,
  ` in ${HOLE}`,
  ` ${HOLE} in ${HOLE}`,
  ` else ${HOLE}`,
  ` : ${HOLE}`,
  ` ${HOLE} else ${HOLE}`,
];

/** What may be missing where a statement ends that owns no block. */
const OUTER = ['', ` import ${HOLE}`, ` ${HOLE} import ${HOLE}`];

/** What may be missing where the head of a block ends. */
const OUTER_OF_HEADER = [':', '():', ` ${HOLE}():`, ''];

/**
 * What to insert in a logical line to make it a statement (the line's own insertions among it), or undefined where
 * nothing simple does.
 */
export function complete(source: string, line: LogicalLine, isPython: IsPython): readonly Insertion[] | undefined {
  const accepts = (insertions: readonly Insertion[]): boolean =>
    isPython(inContext(compose(source, line.start, line.end, insertions, line.blanks).text));
  if (accepts(line.insertions)) return line.insertions;
  // What is missing stands before the brackets that are closed for it.
  const places = [...new Set([...line.insertions.map(({ at }) => at), line.end])].reverse();
  const outers = HEADER.test(source.slice(line.start, line.start + 9)) ? OUTER_OF_HEADER : OUTER;
  for (const outer of outers) {
    for (const inner of INNER) {
      for (const at of inner === '' ? [line.end] : places) {
        const insertions = insertBefore(line.insertions, at, inner);
        if (outer !== '') insertions.push({ at: line.end, text: outer });
        if (accepts(insertions)) return insertions;
      }
    }
  }
  return undefined;
}

/** Whether a line is the head of a block: it ends with a colon, or would. */
export function isHeader(source: string, line: LogicalLine, insertions: readonly Insertion[]): boolean {
  if (!HEADER.test(source.slice(line.start, line.start + 9))) return false;
  return compose(source, line.start, line.end, insertions, line.blanks).text.endsWith(':');
}

function insertBefore(insertions: readonly Insertion[], at: number, text: string): Insertion[] {
  if (text === '') return [...insertions];
  const index = insertions.findIndex((insertion) => insertion.at >= at);
  const before = index === -1 ? insertions.length : index;
  return [...insertions.slice(0, before), { at, text }, ...insertions.slice(before)];
}

/** A line with what must stand around it: an `else` stands behind an `if`. */
export function inContext(line: string): string {
  if (/^(?:elif|else)\b/.test(line)) return `if ${HOLE}: pass\n${line}`;
  if (/^(?:except|finally)\b/.test(line)) return `try: pass\n${line}`;
  if (/^case\b/.test(line)) {
    // `case` is a name elsewhere.
    return /:\s*$/.test(line) ? `match ${HOLE}:\n ${line}` : line;
  }
  if (line.startsWith('@')) return `${line}\ndef ${HOLE}(): pass`;
  return line;
}
