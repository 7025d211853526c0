/** Finishes a line that somebody is still typing: `x =`, `x.`, `def f(`, `for i`, `from keras import`. */

import { HOLE } from './hole';
import { HEADER, LONGEST } from './keywords';
import type { LogicalLine } from './logical-line';
import { compose, type Insertion } from './virtual-text';

/** Whether a text is Python as far as the grammar goes. */
export type IsPython = (text: string) => boolean;

/** What an expression cannot end with: something must follow. */
const UNENDED =
  /(?:[=+\-*/%@&|^~<>.,([{:!]|\b(?:and|as|assert|async|await|case|class|def|del|elif|except|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|raise|return|while|with|yield))\s*$/;

/** What may be missing where an expression ends (after `before`), likeliest first. */
function innerCandidates(before: string): string[] {
  const candidates = UNENDED.test(before) ? [` ${HOLE}`] : [];
  if (/\bfor\b/.test(before)) candidates.push(` in ${HOLE}`, ` ${HOLE} in ${HOLE}`);
  if (/\bif\b/.test(before)) candidates.push(` else ${HOLE}`, ` ${HOLE} else ${HOLE}`);
  if (/\blambda\b/.test(before)) candidates.push(` : ${HOLE}`);
  return candidates;
}

/** A longer line is nothing that somebody is typing: looking for what it lacks would only take time. */
const MAX_LENGTH = 20_000;

/** How many of the places where a bracket was closed are tried. */
const MAX_PLACES = 4;

/** What may be missing where a statement ends, besides what is missing in its last expression. */
function outerCandidates(code: string): string[] {
  if (/^(?:async\s+)?def\b/.test(code)) return [':', '():', ` ${HOLE}():`, ''];
  if (HEADER.test(code)) return [':', ''];
  return /^from\b/.test(code) ? ['', ` import ${HOLE}`, ` ${HOLE} import ${HOLE}`] : [''];
}

/**
 * What to insert in a logical line to make it a statement (the line's own insertions among it), or undefined where
 * nothing simple does.
 */
export function complete(source: string, line: LogicalLine, isPython: IsPython): readonly Insertion[] | undefined {
  const accepts = (insertions: readonly Insertion[]): boolean => {
    const { text } = compose(source, line.start, line.end, insertions, line.blanks);
    // A case with its body in the same line is seen to be one only where the line is nothing else.
    return isPython(inContext(text)) || (/^case\b/.test(text) && isPython(inMatch(text)));
  };
  if (accepts(line.insertions)) return line.insertions;
  if (line.end - line.start > MAX_LENGTH) return undefined;
  // What is missing stands before the brackets that are closed for it.
  const places = [...new Set([...line.insertions.map(({ at }) => at), line.end])].reverse().slice(0, MAX_PLACES);
  const inners = places.flatMap((at) =>
    innerCandidates(source.slice(line.start, at)).map((text) => insertBefore(line.insertions, at, text)),
  );
  inners.unshift([...line.insertions]);
  for (const outer of outerCandidates(source.slice(line.start, line.end))) {
    for (const inner of inners) {
      const insertions = outer === '' ? inner : [...inner, { at: line.end, text: outer }];
      if (insertions.length > line.insertions.length && accepts(insertions)) return insertions;
    }
  }
  return undefined;
}

/** Whether a line is the head of a block: it ends with a colon, or would. */
export function isHeader(source: string, line: LogicalLine, insertions: readonly Insertion[]): boolean {
  if (!HEADER.test(source.slice(line.start, line.start + LONGEST))) return false;
  return compose(source, line.start, line.end, insertions, line.blanks).text.endsWith(':');
}

function insertBefore(insertions: readonly Insertion[], at: number, text: string): Insertion[] {
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
    return /:\s*$/.test(line) ? inMatch(line) : line;
  }
  if (line.startsWith('@')) return `${line}\ndef ${HOLE}(): pass`;
  return line;
}

function inMatch(line: string): string {
  return `match ${HOLE}:\n ${line}`;
}
