/**
 * Splits a text into its top-level statements. Each is then parsed by itself, so that a broken one harms no other, an
 * edit costs what the statement costs that it touches, and the tree of a statement depends on its own text alone.
 */

import type { Span } from '../text/span';
import type { Comment } from './ast';
import type { IsPython } from './complete';
import { CLAUSE, COMPOUND, LONGEST } from './keywords';
import { LineReader, type LogicalLine } from './logical-line';
import { findUnclosed } from './triple-quotes';

/** The statements on one top-level logical line, or a compound one with its body and clauses. */
export interface Chunk {
  readonly start: number;
  /** Offset behind its last token; where it starts, when it holds nothing but comments. */
  readonly end: number;
  /** Offset of the next chunk: comments and blank lines between belong to this one. */
  readonly next: number;
  /** The furthest offset that decided where it ends. */
  readonly reach: number;
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly Comment[];
  /** Offset of a triple quote in it that is taken as never closed, or -1. */
  readonly unclosed: number;
  /** Whether the chunk after it might have been joined to it, or it to the one before. */
  readonly isOrphan: boolean;
}

/**
 * The chunks of a section: of a file, or of a notebook's cell, which begins and ends with a physical line. The first
 * chunk may hold comments only.
 */
export function split(text: string, section: Span, isPython: IsPython): Chunk[] {
  const first = [...chunks(text, section.start, section.end, -1)];
  const open = first.find((chunk) => chunk.openString !== -1);
  if (open === undefined) return first;
  const unclosed = findUnclosed(text, section.start, section.end, open.openString, isPython);
  return [...chunks(text, section.start, section.end, unclosed)];
}

/** The chunks from the start of one of them on. `openString` tells of a triple quote that nothing closes. */
export function* chunks(
  text: string,
  from: number,
  limit: number,
  unclosed: number,
): Generator<Chunk & { readonly openString: number }> {
  const reader = new LineReader(text, limit, unclosed);
  let before: Building | undefined;
  let current = new Building(from);
  let at = from;
  for (;;) {
    const comments: Comment[] = [];
    const line = reader.read(at, comments);
    if (line === undefined) {
      current.add(comments);
      break;
    }
    at = line.next;
    // Comments above the line belong to the statement before it, for they are no part of this one.
    const above = comments.filter(({ start }) => start < line.start);
    current.add(above);
    const isClause = CLAUSE.test(text.slice(line.start, line.start + LONGEST));
    if (current.isDecorator(text) || ((line.indent > 0 || isClause) && current.lines.length > 0)) {
      // A line that should have been indented, in the middle of a body.
      if (before !== undefined && current.lines.length === 1 && !current.isCompound(text) && before.isCompound(text)) {
        current = before.join(current);
        before = undefined;
      }
    } else if (current.lines.length > 0 || line.start > current.start) {
      if (before !== undefined) yield before.chunk(text, current.start, unclosed);
      before = current;
      current = new Building(line.start);
    }
    current.lines.push(line);
    current.add(comments.slice(above.length));
  }
  if (before !== undefined) yield before.chunk(text, current.start, unclosed);
  yield current.chunk(text, limit, unclosed);
}

/** A chunk in the making. */
class Building {
  readonly lines: LogicalLine[] = [];
  private readonly comments: Comment[] = [];

  constructor(readonly start: number) {}

  add(comments: readonly Comment[]): void {
    for (const comment of comments) this.comments.push(comment);
  }

  join(next: Building): Building {
    this.lines.push(...next.lines);
    this.add(next.comments);
    return this;
  }

  isCompound(text: string): boolean {
    const [first] = this.lines;
    return first !== undefined && COMPOUND.test(text.slice(first.start, first.start + LONGEST));
  }

  /** Whether only decorators have come so far. */
  isDecorator(text: string): boolean {
    const last = this.lines[this.lines.length - 1];
    return last !== undefined && last.indent === 0 && text[last.start] === '@';
  }

  chunk(text: string, next: number, unclosed: number): Chunk & { readonly openString: number } {
    const { start, lines, comments } = this;
    const [first] = lines;
    const end = lines[lines.length - 1]?.end ?? start;
    const openString = lines.find((line) => line.openString !== -1)?.openString ?? -1;
    let reach = next;
    for (const line of lines) reach = Math.max(reach, line.reach);
    const isOrphan =
      first !== undefined &&
      (first.indent > 0 ||
        CLAUSE.test(text.slice(first.start, first.start + LONGEST)) ||
        (lines.length > 1 && !this.isCompound(text)));
    const own = unclosed >= start && unclosed < end ? unclosed : -1;
    return { start, end, next, reach, lines, comments, unclosed: own, isOrphan, openString };
  }
}
