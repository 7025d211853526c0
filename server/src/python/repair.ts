/**
 * Makes half-typed code readable: what is left open is closed where its line ends, what is missing is filled in, a line
 * that is no Python is taken out, and all the rest stays what it is. Nothing of it shows: offsets are taken back to the
 * text as it was written, and what was filled in is an `ErrorExpression`.
 */

import type { Span } from '../text/span';
import type { SyntaxProblem } from './ast';
import { complete, type IsPython, isHeader } from './complete';
import { HOLE } from './hole';
import { CLAUSE, LONGEST } from './keywords';
import { type LineLayout, layOut } from './layout';
import type { LogicalLine } from './logical-line';
import { starredInsertions } from './starred';
import { compose, type Insertion, type VirtualText } from './virtual-text';

/** A text to parse in place of the one that was written. */
export interface Repaired extends VirtualText {
  /** Lines that were taken out, by the offset where they begin in the source. */
  readonly opaque: ReadonlyMap<number, OpaqueLine>;
  readonly problems: readonly SyntaxProblem[];
}

/** A line that cannot be read as a statement; what is in it can be looked for by itself. */
export interface OpaqueLine extends VirtualText {
  readonly end: number;
}

/** Repairs a chunk's `source`, whose logical lines are given. */
export function repair(source: string, lines: readonly LogicalLine[], isPython: IsPython): Repaired {
  const problems: SyntaxProblem[] = [];
  const insertions: Insertion[] = [];
  const blanks: Span[] = [];
  const opaque = new Map<number, OpaqueLine>();
  const starred = lines.map((line) => starredInsertions(source, line, isPython));
  const fixes = lines.map((line, i) => starred[i] ?? complete(source, line, isPython));
  const placements = layOut(lines.map((line, i) => lineLayout(source, line, fixes[i])));
  lines.forEach((line, i) => {
    const fix = fixes[i];
    const placement = placements[i];
    problems.push(...line.problems);
    const { start, end } = line;
    if (placement?.problem !== undefined) problems.push({ start, end, message: placement.problem });
    if (placement !== undefined && placement.indentBy !== '') insertions.push({ at: start, text: placement.indentBy });
    if (fix === undefined || placement?.isOrphan) {
      opaque.set(start, { ...compose(source, start, end, line.insertions, line.blanks), end });
      insertions.push({ at: start, text: standIn(source, line, fix !== undefined) });
      blanks.push({ start, end });
      if (fix === undefined && line.problems.length === 0) {
        problems.push({ start, end, message: 'This is no Python statement.' });
      }
      return;
    }
    insertions.push(...fix, ...(fix.length === 0 ? subjectInsertions(source, line) : []));
    blanks.push(...line.blanks);
    if (fix.length > line.insertions.length && line.problems.length === 0 && fix !== starred[i]) {
      problems.push({ start, end, message: 'This statement is not finished.' });
    }
  });
  return { ...compose(source, 0, source.length, insertions, blanks), opaque, problems };
}

/** What stands for a line that is taken out. A broken definition still has its block in a scope of its own. */
function standIn(source: string, { start, end }: LogicalLine, isOrphan: boolean): string {
  if (source[start] === '@' || (source[end - 1] !== ':' && !isOrphan)) return HOLE;
  const keyword = /^(?:async\s+)?(def|class)\b/.exec(source.slice(start, start + 20))?.[1];
  if (keyword === 'def') return `def ${HOLE}():`;
  return keyword === 'class' ? `class ${HOLE}:` : `if ${HOLE}:`;
}

/**
 * `match [a, b]:` and the `case` line behind it are an annotated assignment to the grammar, which reads over the line's
 * end. In brackets the subject is the same, and no such thing.
 */
export function subjectInsertions(source: string, { start, end }: LogicalLine): readonly Insertion[] {
  if (source[end - 1] !== ':' || !source.startsWith('match', start)) return [];
  const list = /^match\s*(?=\[)/.exec(source.slice(start, end));
  if (!list) return [];
  return [
    { at: start + list[0].length, text: '(' },
    { at: end - 1, text: ')' },
  ];
}

/** Whether the lines form blocks as Python has them. */
export function isSound(text: string, lines: readonly LogicalLine[]): boolean {
  if (lines.length === 1 && lines[0]?.indent === 0)
    return !CLAUSE.test(text.slice(lines[0].start, lines[0].start + LONGEST));
  return layOut(lines.map((line) => lineLayout(text, line, []))).every(
    ({ problem, isOrphan, indentBy }) => problem === undefined && !isOrphan && indentBy === '',
  );
}

function lineLayout(text: string, line: LogicalLine, fix: readonly Insertion[] | undefined): LineLayout {
  const { start, indent } = line;
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
  const word = /^(?:async\s+)?(\w+|@)/.exec(text.slice(start, start + 20))?.[1] ?? '';
  const header = fix === undefined ? text[line.end - 1] === ':' : isHeader(text, line, fix);
  return { indent, indentation: text.slice(lineStart, start), word, isHeader: header };
}
