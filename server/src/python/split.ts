/**
 * Splits a text into its top-level statements. Each is then parsed by itself, so that a broken one harms no other and
 * an edit costs what the statement it touches costs.
 */

import type { Comment } from './ast';
import { LineReader, type LogicalLine } from './logical-line';

/** One or more top-level statements on one logical line, or a compound one with its body and clauses. */
export interface Chunk {
  readonly start: number;
  /** Offset behind its last token. */
  readonly end: number;
  /** Offset of the next chunk; comments and blank lines between belong to this one. */
  readonly next: number;
  /** The furthest offset that decided where it ends. */
  readonly reach: number;
  /** Whether some bracket or string in it is not closed. */
  readonly isBroken: boolean;
  readonly comments: readonly Comment[];
}

/** Words that go on with the compound statement before them. */
const CLAUSE = /^(?:else|elif|except|finally)\b/;

/**
 * The chunks from `start` (the beginning of a physical line) to `limit`. The first one may hold no code: it is there
 * for the comments before the first statement.
 */
export function* split(text: string, start: number, limit: number): Generator<Chunk> {
  const reader = new LineReader(text, limit);
  let comments: Comment[] = [];
  let lines: LogicalLine[] = [];
  let chunkStart = start;
  let at = start;
  const chunk = (next: number): Chunk => ({
    start: chunkStart,
    end: lines[lines.length - 1]?.end ?? chunkStart,
    next,
    reach: lines.reduce((reach, line) => Math.max(reach, line.reach), next),
    isBroken: lines.some((line) => line.isBroken),
    comments,
  });
  for (;;) {
    const before = comments.length;
    const line = reader.read(at, comments);
    if (line === undefined) break;
    const previous = lines[lines.length - 1];
    const isDecorated = previous !== undefined && previous.indent === 0 && text[previous.start] === '@';
    const goesOn = line.indent > 0 || isDecorated || CLAUSE.test(text.slice(line.start, line.start + 8));
    if (previous === undefined ? line.start > chunkStart || comments.length > 0 : !goesOn) {
      const own = comments.slice(before);
      const later = own.filter(({ start }) => start >= line.start);
      comments = comments.slice(0, comments.length - later.length);
      const finished = chunk(line.start - 0);
      yield finished;
      comments = later;
      lines = [];
      chunkStart = line.start;
    }
    lines.push(line);
    at = line.next;
  }
  yield chunk(limit);
}
