/** The chunks of a text, and how they follow an edit. */

import { type ChangedStretch, changedStretch } from '../text/changed-stretch';
import type { Span } from '../text/span';
import { type Chunked, ChunkItem, ChunkList, ParsedChunk } from './chunk-list';
import type { ChunkParser, ChunkTree } from './chunk-parser';
import type { LogicalLine } from './logical-line';
import { sameMeaning } from './relaid';
import { type Chunk, chunks, split } from './split';

/** How many chunks before an edit may change with it: see how `split` joins a line to the body before it. */
const LOOK_BACK = 2;

/**
 * The chunks of a text. Those of an earlier text that are in it as well are taken over: the earlier list must not be used
 * again before what was done to it is taken back.
 */
export function update(before: Chunked | undefined, after: Omit<Chunked, 'list'>, parser: ChunkParser): ChunkList {
  if (before === undefined) return ChunkList.of(new Update(after, [], parser).all());
  const edit = changedStretch(before.text, after.text);
  const isLocal = sameSections(before.sections, after.sections, edit) && !before.list.hasUnclosed;
  const followed = isLocal ? follow(before, after, edit, parser) : undefined;
  return followed ?? before.list.replacedBy(new Update(after, before.list.chunks, parser).all());
}

/** Whether the sections are the same but for an edit inside one of them. */
function sameSections(before: readonly Span[], after: readonly Span[], edit: ChangedStretch): boolean {
  const moved = edit.newer.end - edit.older.end;
  return (
    before.length === after.length &&
    before.every((section, i) => {
      const now = after[i];
      if (now === undefined) return false;
      const { start, end } = section;
      const sameStart =
        start <= edit.older.start ? now.start === start : start >= edit.older.end && now.start === start + moved;
      const sameEnd = end < edit.older.start ? now.end === end : end >= edit.older.end && now.end === end + moved;
      return sameStart && sameEnd;
    })
  );
}

/** Keeps the chunks before the edit and those behind it; undefined where the text has to be split anew as a whole. */
function follow(
  before: Chunked,
  after: Omit<Chunked, 'list'>,
  edit: ChangedStretch,
  parser: ChunkParser,
): ChunkList | undefined {
  const moved = edit.newer.end - edit.older.end;
  const { list } = before;
  const first = Math.max(0, list.firstReaching(edit.older.start) - LOOK_BACK);
  const from = list.chunks[first];
  if (from === undefined) return undefined;
  const pending: { chunk: Chunk; section: number }[] = [];
  let rest = list.chunks.length;
  search: for (let section = from.section; section < after.sections.length; section++) {
    const { start, end } = after.sections[section] ?? { start: 0, end: 0 };
    for (const chunk of chunks(after.text, section === from.section ? from.start : start, end, -1)) {
      if (chunk.openString !== -1) return undefined;
      const index = list.at(chunk.start - moved);
      if (
        index >= first &&
        chunk.start - moved >= edit.older.end &&
        list.chunks[index]?.isOrphan === false &&
        list.chunks[index].section === section
      ) {
        rest = index;
        break search;
      }
      pending.push({ chunk, section });
    }
  }
  const update = new Update(after, list.chunks.slice(first, rest), parser);
  return list.spliced(first, rest, moved, () => pending.map(({ chunk, section }) => update.parsed(chunk, section)));
}

/** How many chunks are looked at for one that means the same. */
const NEAR = 4;

/** Parses chunks anew, unless an earlier chunk has the same text. */
class Update {
  /** Chunks to take over, by their text, in order. */
  private readonly old = new Map<string, ParsedChunk[]>();
  private readonly taken = new Set<ParsedChunk>();
  /** The first chunk that may be laid out anew: they are looked at in order. */
  private next = 0;

  constructor(
    private readonly after: Omit<Chunked, 'list'>,
    private readonly before: readonly ParsedChunk[],
    private readonly parser: ChunkParser,
  ) {
    for (let i = before.length - 1; i >= 0; i--) {
      const chunk = before[i];
      if (chunk === undefined || chunk.items.length === 0) continue;
      const same = this.old.get(chunk.source);
      if (same === undefined) this.old.set(chunk.source, [chunk]);
      else same.push(chunk);
    }
  }

  all(): ParsedChunk[] {
    const { text, sections } = this.after;
    return sections.flatMap((section, i) =>
      split(text, section, this.parser.isPython).map((chunk) => this.parsed(chunk, i)),
    );
  }

  parsed(chunk: Chunk, section: number): ParsedChunk {
    const { start, end, next, reach, isOrphan } = chunk;
    // A copy of its own: a slice would keep the whole text alive for as long as the chunk.
    const text = ` ${this.after.text.slice(start, next)}`.slice(1);
    const source = text.slice(0, end - start);
    const unclosed = chunk.unclosed === -1 ? -1 : chunk.unclosed - start;
    const comments = chunk.comments.map((comment) => ({
      start: comment.start - start,
      end: comment.end - start,
      text: text.slice(comment.start - start, comment.end - start),
    }));
    const place = { source, length: next - start, reach: reach - start, unclosed, isOrphan, section, comments };
    const old = this.old.get(source)?.findLast((one) => !this.taken.has(one));
    if (old !== undefined && old.unclosed === unclosed) {
      this.taken.add(old);
      const items = old.section === section ? old.items : old.items.map((item) => item.copy(section));
      return new ParsedChunk(start, place, items, old.itemStarts, old.problems);
    }
    const { items, problems } = this.tree(source, chunk);
    const own = items.map(({ text, statement }) => new ChunkItem(text, statement, section));
    const starts = items.map((item) => item.start);
    const older = problems.length === 0 && unclosed === -1 ? this.laidOutBefore(own, section) : undefined;
    if (older) return new ParsedChunk(start, place, older.items, starts, problems, own);
    return new ParsedChunk(start, place, own, starts, problems);
  }

  /** A chunk near in the order that means what some items mean. */
  private laidOutBefore(items: readonly ChunkItem[], section: number): ParsedChunk | undefined {
    const { before, taken } = this;
    while (this.next < before.length && taken.has(before[this.next] as ParsedChunk)) this.next += 1;
    for (const older of before.slice(this.next, this.next + NEAR)) {
      if (taken.has(older) || older.section !== section || older.problems.length > 0) continue;
      if (older.items.length === 0 || older.items.length !== items.length) continue;
      if (!older.items.every((item, i) => sameMeaning(item.statement, (items[i] as ChunkItem).statement))) continue;
      taken.add(older);
      return older;
    }
    return undefined;
  }

  private tree(source: string, chunk: Chunk): ChunkTree {
    if (source === '') return { items: [], problems: [] };
    return this.parser.parse(
      source,
      chunk.lines.map((line) => moveLine(line, -chunk.start)),
    );
  }
}

function moveLine(line: LogicalLine, by: number): LogicalLine {
  return {
    ...line,
    start: line.start + by,
    end: line.end + by,
    next: line.next + by,
    reach: line.reach + by,
    problems: line.problems.map(({ start, end, message }) => ({ start: start + by, end: end + by, message })),
    insertions: line.insertions.map(({ at, text }) => ({ at: at + by, text })),
    blanks: line.blanks.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}
