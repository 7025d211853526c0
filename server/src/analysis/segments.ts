/**
 * Which statements to run while some are half typed.
 *
 * A statement that is being edited mostly does not parse, and everything that follows from it would
 * lose its shapes with each keystroke. So the statements that stood in its place before are run on
 * until it parses again. One segment is a stretch of the document's statements and what is run for it.
 */
import type { Item, ParsedModule } from '../python/ast';
import type { Span } from '../text/span';

export interface Segment {
  /** Statements of the text as it is. */
  readonly written: readonly Item[];
  /** What is run for them: the same, or what stood there before they broke. */
  readonly run: readonly Item[];
  /** Set where `run` is older than the text. */
  readonly stale: StaleText | null;
}

/** The text that stood where a segment is now. */
export interface StaleText {
  readonly text: string;
  /** Where the items of `run` begin in it. */
  readonly starts: readonly number[];
}

export function freshSegments(module: ParsedModule): Segment[] {
  return module.items.map(fresh);
}

function fresh(item: Item): Segment {
  return { written: [item], run: [item], stale: null };
}

/** The segments for a new text, from those for the text before it. `before` is that text. */
export function nextSegments(segments: readonly Segment[], before: string, module: ParsedModule): Segment[] {
  const items = module.items;
  let head = 0;
  let written = 0;
  while (head < segments.length) {
    const segment = segments[head] as Segment;
    if (!sameItems(segment.written, items.slice(written, written + segment.written.length))) break;
    written += segment.written.length;
    head += 1;
  }
  let tail = segments.length;
  let rest = items.length;
  while (tail > head) {
    const segment = segments[tail - 1] as Segment;
    const from = rest - segment.written.length;
    if (from < written || !sameItems(segment.written, items.slice(from, rest))) break;
    rest = from;
    tail -= 1;
  }
  const changed = items.slice(written, rest);
  const replaced = segments.slice(head, tail);
  const middle = changed.some((item) => isBroken(item, module))
    ? [keepRunning(replaced, changed, before, module)]
    : changed.map(fresh);
  return [...renew(segments.slice(0, head), items, 0), ...middle, ...renew(segments.slice(tail), items, rest)];
}

/** The same segments over the new module's item objects. */
function renew(segments: readonly Segment[], items: readonly Item[], from: number): Segment[] {
  let at = from;
  return segments.map((segment) => {
    const written = items.slice(at, at + segment.written.length);
    at += written.length;
    return segment.stale ? { ...segment, written } : { written, run: written, stale: null };
  });
}

function sameItems(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i] || item.text === b[i]?.text);
}

function keepRunning(
  replaced: readonly Segment[],
  changed: readonly Item[],
  before: string,
  module: ParsedModule,
): Segment {
  const only = replaced.length === 1 ? replaced[0] : undefined;
  if (only?.stale) return { ...only, written: changed };
  const old = replaced.flatMap((segment) => segment.run);
  const sound = changed.filter((item) => !isBroken(item, module));
  // Several statements at once is a paste, not typing: what is there now is run as far as it can be read.
  if (replaced.some((segment) => segment.stale) || sound.length > 0 || changed.length > 1) {
    return { written: changed, run: changed, stale: null };
  }
  const first = old[0];
  const last = old[old.length - 1];
  if (!first || !last) return { written: changed, run: [], stale: { text: '', starts: [] } };
  return {
    written: changed,
    run: old,
    stale: {
      text: before.slice(first.start, last.start + last.length),
      starts: old.map((item) => item.start - first.start),
    },
  };
}

export function isBroken(item: Item, module: ParsedModule): boolean {
  if (item.statement.kind === 'ErrorStatement') return true;
  const end = item.start + item.length;
  return module.problems.some((problem) => problem.start <= end && problem.end >= item.start);
}

/**
 * Where offsets of an older text stand in the newer one that differs from it in one stretch; null
 * for a span that begins or ends in that stretch.
 */
export function mapSpan(older: string, newer: string, { start, end }: Span): Span | null {
  const most = Math.min(older.length, newer.length);
  let prefix = 0;
  while (prefix < most && older[prefix] === newer[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < most - prefix && older[older.length - 1 - suffix] === newer[newer.length - 1 - suffix]) suffix += 1;
  const move = (offset: number): number | null => {
    if (offset <= prefix) return offset;
    return offset >= older.length - suffix ? offset + newer.length - older.length : null;
  };
  const from = move(start);
  const to = move(end);
  return from === null || to === null ? null : { start: from, end: to };
}
