/**
 * The chunks of a text in order. An edit moves all that stands behind it: so that this costs nothing, chunks keep their
 * place from an anchor, and one anchor moves for all of them. There are two, one for those before the last edit and one for
 * those behind it; the next edit costs what lies between the two.
 */

import { firstIndex } from '../text/first-index';
import type { Span } from '../text/span';
import type { Comment, Item, Statement, SyntaxProblem } from './ast';
import { exchangePlaces } from './relaid';

/** A text and its chunks. */
export interface Chunked {
  readonly text: string;
  readonly sections: readonly Span[];
  readonly list: ChunkList;
}

interface Anchor {
  start: number;
}

const ORIGIN: Readonly<Anchor> = { start: 0 };

const NOTHING = (): void => {};

/** An item that stands in a chunk, or where it was put. */
export class ChunkItem implements Item {
  private anchor: Readonly<Anchor> = ORIGIN;
  private at = 0;

  constructor(
    private own: string,
    readonly statement: Statement,
    readonly cell: number,
  ) {}

  get text(): string {
    return this.own;
  }

  get length(): number {
    return this.own.length;
  }

  get start(): number {
    return this.anchor.start + this.at;
  }

  set start(start: number) {
    this.standIn(ORIGIN, start);
  }

  standIn(anchor: Readonly<Anchor>, at: number): void {
    this.anchor = anchor;
    this.at = at;
  }

  copy(cell: number): ChunkItem {
    return new ChunkItem(this.own, this.statement, cell);
  }

  /** Takes the text and the places of an item that means the same, which takes those of this one. */
  exchange(other: ChunkItem): void {
    [this.own, other.own] = [other.own, this.own];
    exchangePlaces(this.statement, other.statement);
  }

  /** Without what else stands in its chunk. */
  toJSON(): Item {
    const { start, length, text, statement, cell } = this;
    return { start, length, text, statement, cell };
  }
}

export interface ChunkPlace {
  /** The text from its first to its last token. */
  readonly source: string;
  /** Up to the next chunk. */
  readonly length: number;
  readonly reach: number;
  readonly unclosed: number;
  readonly isOrphan: boolean;
  readonly section: number;
  readonly comments: readonly Comment[];
}

/** A chunk and what was read in it. Offsets count from its `start`, the only thing in it that an edit above changes. */
export class ParsedChunk {
  readonly source: string;
  readonly length: number;
  readonly reach: number;
  readonly unclosed: number;
  readonly isOrphan: boolean;
  readonly section: number;
  readonly comments: readonly Comment[];
  private anchor: Readonly<Anchor> = ORIGIN;
  private place: number;

  constructor(
    start: number,
    { source, length, reach, unclosed, isOrphan, section, comments }: ChunkPlace,
    readonly items: readonly ChunkItem[],
    readonly itemStarts: readonly number[],
    readonly problems: readonly SyntaxProblem[],
    /** Where the items are older than this text, which means the same: what was read of it. */
    private readonly relaid: readonly ChunkItem[] | null = null,
  ) {
    this.exchange();
    this.source = source;
    this.length = length;
    this.reach = reach;
    this.unclosed = unclosed;
    this.isOrphan = isOrphan;
    this.section = section;
    this.comments = comments;
    this.place = start;
    this.takeItems();
  }

  get start(): number {
    return this.anchor.start + this.place;
  }

  /** Counts its place from another anchor: it stays where it is. */
  anchorTo(anchor: Readonly<Anchor>): void {
    this.place = this.start - anchor.start;
    this.anchor = anchor;
  }

  /** Its items stand in it, and not in a chunk that has taken them over. */
  takeItems(): void {
    for (let i = 0; i < this.items.length; i++) this.items[i]?.standIn(this, this.itemStarts[i] ?? 0);
  }

  /** The chunk is no more: items that were there before it are as they were. */
  takeBack(): void {
    this.exchange();
  }

  private exchange(): void {
    this.relaid?.forEach((item, i) => {
      this.items[i]?.exchange(item);
    });
  }

  /** Whether there is something in it that most chunks have not: what a list need not look for in all of them. */
  get isOdd(): boolean {
    return this.problems.length > 0 || this.unclosed !== -1 || this.reach > this.length;
  }
}

export class ChunkList {
  /** What an edit has done to the list that it was made from, to be taken back as long as no other edit follows. */
  private takeBack: () => void = NOTHING;

  private constructor(
    readonly chunks: readonly ParsedChunk[],
    readonly items: readonly ChunkItem[],
    /** See `ParsedChunk.isOdd`, in order. */
    private readonly odd: readonly ParsedChunk[],
    /** Chunks from here on count from `back`, the others from the text's beginning. */
    private gap: number,
    private readonly back: Anchor,
  ) {}

  static of(chunks: readonly ParsedChunk[]): ChunkList {
    const items = chunks.flatMap((chunk) => chunk.items);
    return new ChunkList(
      chunks,
      items,
      chunks.filter(({ isOdd }) => isOdd),
      chunks.length,
      { start: 0 },
    );
  }

  /** Whether a triple quote is taken as never closed. */
  get hasUnclosed(): boolean {
    return this.odd.some(({ unclosed }) => unclosed !== -1);
  }

  get problems(): SyntaxProblem[] {
    return this.odd.flatMap(({ start, problems }) =>
      problems.map(({ start: from, end, message }) => ({ start: start + from, end: start + end, message })),
    );
  }

  get comments(): Comment[] {
    return this.chunks.flatMap(({ start, comments }) =>
      comments.map((comment) => ({ start: start + comment.start, end: start + comment.end, text: comment.text })),
    );
  }

  /** The first chunk whose end was decided by what stands at an offset or behind it; as many as there are, if none. */
  firstReaching(offset: number): number {
    const first = this.search(({ start, length }) => start + length >= offset);
    const far = this.odd.find(({ start, reach }) => start + reach >= offset);
    return far ? Math.min(first, this.at(far.start)) : first;
  }

  /** The chunk that begins at an offset, or -1. */
  at(start: number): number {
    const index = this.search((chunk) => chunk.start >= start);
    return this.chunks[index]?.start === start ? index : -1;
  }

  /**
   * The list with other chunks in place of those from `first` to `rest`, and all behind them moved.
   * @param parse gives the other chunks, which may take over items
   */
  spliced(first: number, rest: number, moved: number, parse: () => readonly ParsedChunk[]): ChunkList {
    const { chunks, items, odd, back } = this;
    const gone = chunks.slice(first, rest);
    const firstItem = this.itemsBefore(first);
    const restItem = firstItem + gone.reduce((sum, chunk) => sum + chunk.items.length, 0);
    const [from, to] = [chunks[first]?.start ?? 0, chunks[rest]?.start ?? Number.POSITIVE_INFINITY];
    const oddBefore = odd.filter(({ start }) => start < from);
    const oddBehind = odd.filter(({ start }) => start >= to);
    const changed = parse();
    this.takeBack = NOTHING;
    this.moveGap(rest);
    back.start += moved;
    const changedItems = changed.flatMap((chunk) => chunk.items);
    // Joined, for what is spread into a list is copied again and again while the list grows.
    const next = new ChunkList(
      chunks.slice(0, first).concat(changed, chunks.slice(rest)),
      items.slice(0, firstItem).concat(changedItems, items.slice(restItem)),
      [...oddBefore, ...changed.filter(({ isOdd }) => isOdd), ...oddBehind],
      first + changed.length,
      back,
    );
    next.takeBack = () => {
      back.start -= moved;
      for (const chunk of changed) chunk.takeBack();
      for (const chunk of gone) chunk.takeItems();
    };
    return next;
  }

  /** A list of chunks that have taken over items of all of this one's. */
  replacedBy(chunks: readonly ParsedChunk[]): ChunkList {
    this.takeBack = NOTHING;
    const next = ChunkList.of(chunks);
    next.takeBack = () => {
      for (const chunk of chunks) chunk.takeBack();
      for (const chunk of this.chunks) chunk.takeItems();
    };
    return next;
  }

  /** The list that this one was made from stands again as it was. */
  undo(): void {
    this.takeBack();
  }

  private moveGap(to: number): void {
    for (; this.gap < to; this.gap++) this.chunks[this.gap]?.anchorTo(ORIGIN);
    for (; this.gap > to; this.gap--) this.chunks[this.gap - 1]?.anchorTo(this.back);
  }

  /** How many items stand before a chunk. */
  private itemsBefore(index: number): number {
    const { items, chunks } = this;
    const start = chunks[index]?.start ?? Number.POSITIVE_INFINITY;
    return firstIndex(items.length, (i) => (items[i] as ChunkItem).start >= start);
  }

  private search(isBehind: (chunk: ParsedChunk) => boolean): number {
    return firstIndex(this.chunks.length, (i) => isBehind(this.chunks[i] as ParsedChunk));
  }
}
