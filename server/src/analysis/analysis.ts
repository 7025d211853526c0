/** What is known of a document at one moment. Features and rules are functions of it. */
import type { ItemRecords, Trace } from '../interpreter/trace';
import type { Item, ParsedModule } from '../python/ast';
import type { Place } from '../shapes/reason';
import type { Edit } from '../text/edit';
import { firstIndex } from '../text/first-index';
import type { LineIndex } from '../text/line-index';
import { overlaps, type Span } from '../text/span';
import type { Keeper } from '../values/once';
import { SiteIndex } from './sites';

/** What the analysis asks of whoever made it. */
export interface AnalysisSource {
  lines(): LineIndex;
  /** Where in the text a place stands that is in one of the run's items; null where it is gone. */
  resolve(place: Place): Span | null;
  /** Whether the item is run in place of one that is half typed now. */
  isStale(item: Item): boolean;
  /** The stretches of the text that are half typed: what is run in their place is older than they are. */
  unfinished(): readonly Span[];
  whatIf<T>(edits: readonly Edit[], look: (analysis: Analysis) => T): T;
}

/** A look at an item's records: the text that it had (layout may change where the records stay), and their serial. */
export interface Look {
  readonly item: object;
  readonly text: string;
  readonly serial: number;
}

export class Analysis implements Keeper {
  readonly answers = new Map<unknown, unknown>();
  private lineIndex: LineIndex | null = null;
  private index: SiteIndex | null = null;
  private stretches: readonly Span[] | null = null;
  private looks: Map<object, number> | null = null;

  constructor(
    /** The syntax of the text itself: comments and problems are its. */
    readonly module: ParsedModule,
    /** Of the module, or of an older one in which half-typed statements are still whole. */
    readonly trace: Trace,
    private readonly source: AnalysisSource,
  ) {}

  get lines(): LineIndex {
    this.lineIndex ??= this.source.lines();
    return this.lineIndex;
  }

  get uri(): string {
    return this.trace.uri;
  }

  /** Whether all of it was run; what is missing comes when the analyzer is asked again. */
  get isWhole(): boolean {
    return this.trace.isWhole;
  }

  get text(): string {
    return this.module.text;
  }

  private get unfinished(): readonly Span[] {
    this.stretches ??= this.source.unfinished();
    return this.stretches;
  }

  get isAnythingUnfinished(): boolean {
    return this.unfinished.length > 0;
  }

  /** What happened, by place. */
  get sites(): SiteIndex {
    this.index ??= new SiteIndex(this);
    return this.index;
  }

  /** Where a place stands in this text; null for places of other files and of text that is gone. */
  span(place: Place): Span | null {
    return place.uri === this.uri ? this.source.resolve(place) : null;
  }

  /** What is told of an item. */
  recordsOf(item: object): ItemRecords {
    const records = this.trace.in(item);
    this.looks?.set(item, records.serial);
    return records;
  }

  /** Runs something and tells at which items' records it has looked. */
  looking<T>(run: () => T): { readonly value: T; readonly looks: readonly Look[] } {
    const looks = new Map<object, number>();
    this.looks = looks;
    try {
      const value = run();
      return { value, looks: [...looks].map(([item, serial]) => ({ item, text: (item as Item).text, serial })) };
    } finally {
      this.looks = null;
    }
  }

  /** The statements that are run for what a range touches, in order. */
  itemsIn({ start, end }: Span): Item[] {
    const { items } = this.trace.module;
    if (this.isAnythingUnfinished) {
      // The place of a statement that is older than the text is not quite its own.
      return items.filter(
        (item) => (item.start <= end && item.start + item.length >= start) || this.source.isStale(item),
      );
    }
    const first = firstIndex(items.length, (i) => (items[i] as Item).start + (items[i] as Item).length >= start);
    let last = first;
    while (last < items.length && (items[last] as Item).start <= end) last += 1;
    return items.slice(first, last);
  }

  /** Whether an item is run in place of one that is half typed now: its hints stay, its problems are not said. */
  isStale(item: Item): boolean {
    return this.source.isStale(item);
  }

  /** Whether something is half typed there: what is shown of it is what was known before. */
  isUnfinished(span: Span): boolean {
    return this.unfinished.some((stretch) => overlaps(stretch, span));
  }

  /** The text at a place, or an empty one. */
  textAt(place: Place): string {
    const span = this.span(place);
    return span ? this.text.slice(span.start, span.end) : '';
  }

  /**
   * Looks at what the document would be with some edits. Nothing of what `look` is given may be kept:
   * it is taken back when `look` returns.
   */
  whatIf<T>(edits: readonly Edit[], look: (analysis: Analysis) => T): T {
    return this.source.whatIf(edits, look);
  }
}
