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
import { changedStretch } from '../text/changed-stretch';
import { firstIndex } from '../text/first-index';
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

export interface NextSegments {
  readonly segments: Segments;
  /** Where in them the changed ones begin, and how many they are. */
  readonly start: number;
  readonly count: number;
  /** The segments that stood there before. */
  readonly replaced: readonly Segment[];
}

/** A segment that is more than an item which is run as it is written; where it and its first item stand among all. */
interface Special {
  readonly segment: Segment;
  readonly index: number;
  readonly item: number;
}

/** All segments of a text. What most are, one item each, is not looked at when another one changes. */
export class Segments {
  private constructor(
    readonly all: readonly Segment[],
    private readonly special: readonly Special[],
    /** The items of the text. */
    private readonly items: readonly Item[],
  ) {}

  static fresh({ items }: ParsedModule): Segments {
    return new Segments(items.map(fresh), [], items);
  }

  /** Those that run what is older than the text. */
  get stale(): Segment[] {
    return this.special.flatMap(({ segment }) => (segment.stale ? [segment] : []));
  }

  /** What is run for all of the text, in order. */
  get run(): readonly Item[] {
    let run: readonly Item[] = [];
    let at = 0;
    for (const { segment, item } of this.special) {
      run = run.concat(this.items.slice(at, item), segment.run);
      at = item + segment.written.length;
    }
    return run.concat(this.items.slice(at));
  }

  /** Those for a new text; `before` is the text that these are for. */
  next(before: string, module: ParsedModule): NextSegments {
    const { all } = this;
    const { items } = module;
    // What both texts have as the same objects needs no look at each.
    const most = Math.min(this.items.length, items.length);
    let same = 0;
    while (same < most && this.items[same] === items[same]) same += 1;
    const known = this.startingAt(same);
    let head = known.index;
    let written = known.item;
    while (head < all.length) {
      const segment = all[head] as Segment;
      if (!sameItems(segment.written, items.slice(written, written + segment.written.length))) break;
      written += segment.written.length;
      head += 1;
    }
    let behind = 0;
    while (behind < most - written && this.items.at(-1 - behind) === items.at(-1 - behind)) behind += 1;
    const knownBehind = this.startingFrom(this.items.length - behind);
    let tail = knownBehind.index;
    let rest = items.length - (this.items.length - knownBehind.item);
    while (tail > head) {
      const segment = all[tail - 1] as Segment;
      const from = rest - segment.written.length;
      if (from < written || !sameItems(segment.written, items.slice(from, rest))) break;
      rest = from;
      tail -= 1;
    }
    const changed = items.slice(written, rest);
    const replaced = all.slice(head, tail);
    const middle = changed.some((item) => isBroken(item, module))
      ? [keepRunning(replaced, changed, before, module)]
      : changed.map(fresh);
    const segments = this.spliced(items, known, knownBehind, [
      ...renew(all.slice(known.index, head), items, known.item),
      ...middle,
      ...renew(all.slice(tail, knownBehind.index), items, rest),
    ]);
    return { segments, start: head, count: middle.length, replaced };
  }

  /** All that is written is run, but for what does not parse, or is held: what stood there before a pause in the typing. */
  settled(module: ParsedModule, isHeld: (segment: Segment) => boolean): Segments {
    const isOver = (segment: Segment) =>
      segment.stale !== null && !segment.written.some((item) => isBroken(item, module)) && !isHeld(segment);
    let settled: Segments = this;
    for (const { segment, index, item } of [...this.special].reverse()) {
      if (!isOver(segment)) continue;
      const behind = { index: index + 1, item: item + segment.written.length };
      settled = settled.spliced(this.items, { index, item }, behind, segment.written.map(fresh));
    }
    return settled;
  }

  /** With another one in the place of one. */
  with(index: number, segment: Segment): Segments {
    const item = this.itemOf(index);
    const behind = { index: index + 1, item: item + (this.all[index] as Segment).written.length };
    return this.spliced(this.items, { index, item }, behind, [segment]);
  }

  /** With others in place of those from one to another; what stands outside of them is as before. */
  private spliced(items: readonly Item[], from: Place, to: Place, middle: readonly Segment[]): Segments {
    const all = this.all.slice(0, from.index).concat(middle, this.all.slice(to.index));
    const special = this.special.filter(({ index }) => index < from.index);
    let item = from.item;
    for (const [i, segment] of middle.entries()) {
      if (segment.stale || segment.written.length !== 1) special.push({ segment, index: from.index + i, item });
      item += segment.written.length;
    }
    const moved = from.index + middle.length - to.index;
    const movedItems = items.length - this.items.length;
    for (const one of this.special) {
      if (one.index < to.index) continue;
      special.push({ segment: one.segment, index: one.index + moved, item: one.item + movedItems });
    }
    return new Segments(all, special, items);
  }

  /** The last segment that begins at an item or before it. */
  private startingAt(item: number): Place {
    let passed = 0;
    for (const { segment, index, item: first } of this.special) {
      const { length } = segment.written;
      if (first + length > item) return first <= item ? { index, item: first } : { index: item - passed, item };
      passed = first + length - (index + 1);
    }
    return { index: item - passed, item };
  }

  /** The first segment that begins at an item or behind it. */
  private startingFrom(item: number): Place {
    const at = this.startingAt(item);
    if (at.item === item || at.index >= this.all.length) return at;
    return { index: at.index + 1, item: at.item + (this.all[at.index] as Segment).written.length };
  }

  private itemOf(index: number): number {
    const last = this.special.findLast((one) => one.index <= index);
    if (!last) return index;
    return last.index === index ? last.item : last.item + last.segment.written.length + (index - last.index - 1);
  }
}

/** A segment by its index, and its first item's. */
interface Place {
  readonly index: number;
  readonly item: number;
}

function fresh(item: Item): Segment {
  return { written: [item], run: [item], stale: null };
}

/** The same segments over the new module's item objects. */
function renew(segments: readonly Segment[], items: readonly Item[], from: number): Segment[] {
  let at = from;
  return segments.map((segment) => {
    const written = items.slice(at, at + segment.written.length);
    at += written.length;
    if (written.every((item, i) => item === segment.written[i])) return segment;
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
  const sound = changed.filter((item) => !isBroken(item, module));
  const isTyping = sound.length === 0 && changed.length === 1;
  return (isTyping || isOneStale(replaced) ? standIn(replaced, changed, before, module) : null) ?? asWritten(changed);
}

function asWritten(items: readonly Item[]): Segment {
  return { written: items, run: items, stale: null };
}

function isOneStale(replaced: readonly Segment[]): boolean {
  return replaced.length === 1 && replaced[0]?.stale !== null;
}

/**
 * A segment that runs what stood there before in place of what is written there now; null where that
 * is several stretches, some of them older than the others, or where some of it is still written somewhere.
 */
export function standIn(
  replaced: readonly Segment[],
  written: readonly Item[],
  before: string,
  { items }: ParsedModule,
): Segment | null {
  const only = replaced.length === 1 ? replaced[0] : undefined;
  if (only?.stale) return { ...only, written };
  if (replaced.some((segment) => segment.stale)) return null;
  const old = replaced.flatMap((segment) => segment.run);
  // An item stands in one place: what has only moved is not half typed. It may be taken for another one of the same text.
  if (old.some((item) => items.includes(item))) return null;
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
  const behind = firstIndex(problems.length, (i) => (problems[i]?.start ?? 0) > end);
  return (furthestEnds(module)[behind - 1] ?? -1) >= item.start;
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
