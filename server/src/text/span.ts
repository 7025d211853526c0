/**
 * Spans of text. Offsets count UTF-16 code units, as in LSP, in JavaScript's strings and in
 * tree-sitter's JavaScript binding.
 */

/** A half-open range of offsets: `start` is the first one in it, `end` the first one after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `inner` lies within `outer`, borders included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an offset lies in a span; its end counts, as a cursor behind the last letter does. */
export function touches(within: Span, offset: number): boolean {
  return within.start <= offset && offset <= within.end;
}

/** Whether two spans share at least a position. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
