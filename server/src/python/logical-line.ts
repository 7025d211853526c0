/**
 * Reads one logical line of Python: brackets, strings and comments, as CPython's tokenizer has them. Lines are where
 * half-typed code can be told from finished code without a grammar.
 */

import type { Span } from '../text/span';
import type { Comment, SyntaxProblem } from './ast';
import { behindLineEnd, indentation, isLineEnd, readComment } from './physical-line';
import { Reading } from './reading';
import type { Insertion } from './virtual-text';

export interface LogicalLine {
  /** Offset of the first token. */
  readonly start: number;
  /** Column of the first token; tabs go to the next multiple of 8. */
  readonly indent: number;
  /** Offset behind the last token. */
  readonly end: number;
  /** Offset of the physical line that follows. */
  readonly next: number;
  /** The furthest that the reader has looked to tell all this. */
  readonly reach: number;
  /** Offset of a triple quote in it that has no closing one before the limit, or -1. */
  readonly openString: number;
  /** What is not closed in it, or closes nothing; a line without problems has no insertions. */
  readonly problems: readonly SyntaxProblem[];
  /** What would close it, in the order of the text. */
  readonly insertions: readonly Insertion[];
  /** What a grammar should take for white space: line ends inside brackets, closing brackets that close nothing. */
  readonly blanks: readonly Span[];
}

export class LineReader {
  /** Brackets that were found to stay open: a line that begins inside them need not look again. */
  private readonly leftOpen = new Set<number>();

  /**
   * @param limit where reading ends: the end of the text, or of a notebook's cell
   * @param unclosed offset of a triple quote that is known to lack its closing one
   */
  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly unclosed = -1,
  ) {}

  /**
   * The logical line that begins in the physical line at `lineStart` or behind it; undefined where only comments and
   * blank lines are left. Comments on the way go to `comments`.
   */
  read(lineStart: number, comments: Comment[]): LogicalLine | undefined {
    const { text, limit } = this;
    let at = lineStart;
    while (at < limit) {
      const { start, indent } = indentation(text, at, limit);
      if (start >= limit) return undefined;
      if (text[start] === '#') {
        at = behindLineEnd(text, readComment(text, start, limit, comments), limit);
      } else if (isLineEnd(text.charCodeAt(start))) {
        at = behindLineEnd(text, start, limit);
      } else {
        return this.readFrom(start, indent, comments);
      }
    }
    return undefined;
  }

  private readFrom(start: number, indent: number, comments: Comment[]): LogicalLine {
    const { text, limit, leftOpen, unclosed } = this;
    const strict = new Reading(text, limit, unclosed, start, indent, leftOpen);
    const line = strict.run();
    if (line.problems.length === 0) {
      for (const comment of strict.comments) comments.push(comment);
      return line;
    }
    const lenient = new Reading(text, limit, unclosed, start, indent);
    const repaired = lenient.run();
    for (const comment of lenient.comments) comments.push(comment);
    // Only the first reading is sure to have found a fault.
    const problems = repaired.problems.length > 0 ? repaired.problems : line.problems;
    const openString = Math.max(line.openString, repaired.openString);
    return { ...repaired, problems, openString, reach: Math.max(line.reach, repaired.reach) };
  }
}
