/**
 * Which statements to run while some are half typed.
 *
 * A statement that is being edited mostly does not parse, and everything that follows from it would
 * lose its shapes with each keystroke. So the statements that stood in its place before are run on
 * until it parses again; and, while the typing goes on, until it gives a shape again (`x = layers` is
 * whole, but nobody means it). One segment is a stretch of the document's statements and what is run
 * for it.
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

export interface NextSegments {
  readonly segments: Segment[];
  /** Where in them the changed ones begin, and how many they are. */
  readonly start: number;
  readonly count: number;
  /** The segments that stood there before. */
  readonly replaced: readonly Segment[];
}

/** The segments for a new text, from those for the text before it. `before` is that text. */
export function nextSegments(segments: readonly Segment[], before: string, module: ParsedModule): NextSegments {
  const items = module.items;
  let head = 0;
  let written = 0;
  while (head < segments.length) {
    const segment = segments[head] as Segment;
    if (isItem(segment, items[written])) {
      written += 1;
      head += 1;
      continue;
    }
    if (!sameItems(segment.written, items.slice(written, written + segment.written.length))) break;
    written += segment.written.length;
    head += 1;
  }
  let tail = segments.length;
  let rest = items.length;
  while (tail > head) {
    const segment = segments[tail - 1] as Segment;
    if (rest > written && isItem(segment, items[rest - 1])) {
      rest -= 1;
      tail -= 1;
      continue;
    }
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
  return {
    segments: [...renew(segments.slice(0, head), items, 0), ...middle, ...renew(segments.slice(tail), items, rest)],
    start: head,
    count: middle.length,
    replaced,
  };
}

/** All that is written is run, but for what does not parse: what stood in its place before a pause in the typing. */
export function settledSegments(segments: readonly Segment[], module: ParsedModule): Segment[] {
  return segments.flatMap((segment) =>
    segment.stale && !segment.written.some((item) => isBroken(item, module)) ? segment.written.map(fresh) : [segment],
  );
}

/** The same segments over the new module's item objects. */
function renew(segments: readonly Segment[], items: readonly Item[], from: number): Segment[] {
  let at = from;
  return segments.map((segment) => {
    if (isItem(segment, items[at])) {
      at += 1;
      return segment;
    }
    const written = items.slice(at, at + segment.written.length);
    at += written.length;
    return segment.stale ? { ...segment, written } : { written, run: written, stale: null };
  });
}

/** Whether a segment is nothing but an item, which is run as it is written. */
function isItem({ written, stale }: Segment, item: Item | undefined): boolean {
  return stale === null && written.length === 1 && written[0] === item;
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
  const sound = changed.filter((item) => !isBroken(item, module));
  const isTyping = sound.length === 0 && changed.length === 1;
  return (isTyping || isOneStale(replaced) ? standIn(replaced, changed, before) : null) ?? asWritten(changed);
}

function asWritten(items: readonly Item[]): Segment {
  return { written: items, run: items, stale: null };
}

function isOneStale(replaced: readonly Segment[]): boolean {
  return replaced.length === 1 && replaced[0]?.stale !== null;
}

/**
 * A segment that runs what stood there before in place of what is written there now; null where that
 * is several stretches, some of them older than the others, or where some of it is written there still.
 */
export function standIn(replaced: readonly Segment[], written: readonly Item[], before: string): Segment | null {
  const only = replaced.length === 1 ? replaced[0] : undefined;
  if (only?.stale) return { ...only, written };
  if (replaced.some((segment) => segment.stale)) return null;
  const old = replaced.flatMap((segment) => segment.run);
  // An item stands in one place: what has only moved is not half typed.
  if (written.some((item) => old.includes(item))) return null;
  const first = old[0];
  const last = old[old.length - 1];
  if (!first || !last) return { written, run: [], stale: { text: '', starts: [] } };
  return {
    written,
    run: old,
    stale: {
      text: before.slice(first.start, last.start + last.length),
      starts: old.map((item) => item.start - first.start),
    },
  };
}

export function isBroken(item: Item, module: ParsedModule): boolean {
  if (item.statement.kind === 'ErrorStatement') return true;
  const { problems } = module;
  if (problems.length === 0) return false;
  const end = item.start + item.length;
  let low = 0;
  let high = problems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((problems[middle]?.start ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return (furthestEnds(module)[low - 1] ?? -1) >= item.start;
}

const furthest = new WeakMap<ParsedModule, readonly number[]>();

/** For each problem, in the order in which they begin, how far it or one before it reaches. */
function furthestEnds(module: ParsedModule): readonly number[] {
  let ends = furthest.get(module);
  if (!ends) {
    let most = -1;
    ends = module.problems.map(({ end }) => {
      most = Math.max(most, end);
      return most;
    });
    furthest.set(module, ends);
  }
  return ends;
}

/**
 * Where offsets of an older text stand in the newer one that differs from it in one stretch; null
 * for a span that begins or ends in that stretch.
 */
export function mapSpan(older: string, newer: string, { start, end }: Span): Span | null {
  const changed = changedStretch(older, newer);
  const move = (offset: number): number | null => {
    if (offset <= changed.older.start) return offset;
    return offset >= changed.older.end ? offset + newer.length - older.length : null;
  };
  const from = move(start);
  const to = move(end);
  return from === null || to === null ? null : { start: from, end: to };
}

/** The stretch in which two texts differ, in each of them. */
export function changedStretch(older: string, newer: string): { readonly older: Span; readonly newer: Span } {
  const most = Math.min(older.length, newer.length);
  let start = 0;
  while (start < most && older[start] === newer[start]) start += 1;
  let suffix = 0;
  while (suffix < most - start && older[older.length - 1 - suffix] === newer[newer.length - 1 - suffix]) suffix += 1;
  return { older: { start, end: older.length - suffix }, newer: { start, end: newer.length - suffix } };
}
