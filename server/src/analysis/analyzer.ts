/** Keeps the analysis of a document current: text in, analysis out, at the cost of what changed. */
import type { BindingRecord, Site, Trace } from '../interpreter/trace';
import type { Expression, Item, ParsedModule } from '../python/ast';
import type { Place } from '../shapes/reason';
import { hasRank } from '../shapes/shape';
import { changedStretch } from '../text/changed-stretch';
import { applyEdits, type Edit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import { type SectionedText, sectionsAfter } from '../text/sections';
import type { Span } from '../text/span';
import type { Value } from '../values/value';
import { Analysis } from './analysis';
import { isBegun, mayGoOn } from './begun';
import { tensorsOf } from './observed';
import { mapSpan, type Segment, Segments, standIn } from './segments';
import { placeToShow } from './sites';

/** What reads Python: `PythonParser`. */
export interface ModuleParser {
  /** Makes `previous` stale: the items that both share move. */
  parse(source: string | SectionedText, previous?: ParsedModule): ParsedModule;
  /** Parses for as long as `look` runs; `previous` stays. */
  preview<T>(source: string | SectionedText, previous: ParsedModule, look: (module: ParsedModule) => T): T;
}

/** What runs a module: `Program`. */
export interface ModuleRunner {
  run(module: ParsedModule, isOver?: () => boolean): Trace;
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T;
}

interface State {
  readonly module: ParsedModule;
  readonly segments: Segments;
  readonly sections: readonly Span[];
}

export class DocumentAnalyzer {
  private state: State | null = null;
  private current: Analysis | null = null;
  /** Where the typing ended. */
  private typedAt = 0;
  /** Of the text that was asked about last. */
  private lines: LineIndex | null = null;

  constructor(
    private readonly parser: ModuleParser,
    private readonly runner: ModuleRunner,
  ) {}

  /** The newest analysis; null before the first `update`. */
  get analysis(): Analysis | null {
    return this.current;
  }

  /** Where the typing ended, if more may be typed there; else null. */
  get goesOnAt(): number | null {
    const { state, typedAt } = this;
    return state && mayGoOn(state.module.text, typedAt) ? typedAt : null;
  }

  /**
   * Analyses the document's new text. Analyses that were given before are of no use from here on.
   * While `typing`, a statement that loses a shape which its name, or a place in it, had is taken for
   * unfinished, and so is one that now ends by an exception, or in which a word that has only begun is now
   * refused: see `settle`.
   *
   * Once `isOver`, the run stops behind the statement that is running, and the analysis is not whole; asked again with
   * the same text, it goes on, and with another one nothing of what was done is lost.
   */
  update(source: string | SectionedText, typing = false, isOver?: () => boolean): Analysis {
    const { text, sections } = sectioned(source);
    const before = this.state;
    const current = this.current;
    if (before && current && before.module.text === text && sameSpans(before.sections, sections))
      return current.isWhole ? current : this.run(before, isOver);
    const module = this.parser.parse(source, before?.module);
    if (before) this.typedAt = endOfTyping(before.module.text, text);
    if (!before || !current) return this.run({ module, segments: Segments.fresh(module), sections }, isOver);
    const next = before.segments.next(before.module.text, module);
    const earlier = shapedNames(typing ? current.trace : null, next.replaced);
    const places = typing ? soundPlaces(current, next.replaced) : [];
    const wasRaised = typing && isRaised(current, next.replaced);
    const wasRefused = typing && isRefused(current, next.replaced);
    const analysis = this.run({ module, segments: next.segments, sections }, isOver);
    const changed = next.segments.all[next.start];
    // What was not run before may hide what a name had.
    if (!typing || !current.isWhole || next.count !== 1 || !changed || changed.stale) return analysis;
    const loses =
      losesShape(analysis.trace, changed, next.replaced, earlier) ||
      (analysis.isWhole && next.replaced.length > 0 && !wasRaised && isRaised(analysis, [changed])) ||
      (analysis.isWhole && !wasRefused && isRefused(analysis, [changed]) && isBegun(analysis, this.typedAt)) ||
      (analysis.isWhole && losesPlace(analysis, changed, textOf(next.replaced, before.module.text), places));
    if (!loses) return analysis;
    const held = standIn(next.replaced, changed.written, before.module.text, module);
    return held ? this.run({ module, segments: next.segments.with(next.start, held), sections }, isOver) : analysis;
  }

  /**
   * Takes what is written for what is meant, once the typing pauses: but for a word or a call that has only begun where
   * the typing ended, unless the document is `saved`. Whether anything changed by that.
   */
  settle(isOver?: () => boolean, saved = false): boolean {
    const { state, current, typedAt } = this;
    if (!state || !current) return false;
    const isHere = ({ start, length }: Item) => start < typedAt && typedAt <= start + length;
    const segments = state.segments.settled(
      state.module,
      ({ written }) => !saved && written.some(isHere) && isBegun(current, typedAt),
    );
    if (segments === state.segments) return false;
    this.run({ ...state, segments }, isOver);
    return true;
  }

  private run(state: State, isOver?: () => boolean): Analysis {
    for (const segment of state.segments.stale) settleItems(segment);
    this.state = state;
    this.current = this.look(state, this.runner.run(runModule(state), isOver));
    return this.current;
  }

  private linesOf(text: string): LineIndex {
    if (this.lines?.text !== text) this.lines = new LineIndex(text, this.lines ?? undefined);
    return this.lines;
  }

  private look(state: State, trace: Trace): Analysis {
    const stale = new Map<object, { segment: Segment; index: number }>();
    const older = state.segments.stale;
    for (const segment of older) {
      for (const [index, item] of segment.run.entries()) stale.set(item, { segment, index });
    }
    return new Analysis(state.module, trace, {
      lines: () => this.linesOf(state.module.text),
      resolve: (place) => resolve(place, stale, state.module.text),
      isStale: (item) => stale.has(item),
      unfinished: () => older.flatMap((segment) => unfinishedIn(segment, state.module.text) ?? []),
      whatIf: (edits, look) => this.whatIf(state, edits, look),
    });
  }

  private whatIf<T>(state: State, edits: readonly Edit[], look: (analysis: Analysis) => T): T {
    if (this.state !== state) throw new Error('this analysis is out of date');
    const source = { text: applyEdits(state.module.text, edits), sections: sectionsAfter(state.sections, edits) };
    const stale = state.segments.stale.flatMap(({ run }) => run);
    const starts = stale.map((item) => item.start);
    try {
      return this.parser.preview(source, state.module, (module) => {
        const { segments } = state.segments.next(state.module.text, module);
        for (const segment of segments.stale) settleItems(segment);
        const next = { module, segments, sections: source.sections };
        return this.runner.whatIf(runModule(next), (trace) => look(this.look(next, trace)));
      });
    } finally {
      for (const [i, item] of stale.entries()) item.start = starts[i] as number;
    }
  }
}

function sectioned(source: string | SectionedText): SectionedText {
  return typeof source === 'string' ? { text: source, sections: [{ start: 0, end: source.length }] } : source;
}

/** Where the cursor is behind an edit: between the two where an editor has closed a bracket or a quote by itself. */
function endOfTyping(before: string, text: string): number {
  const { start, end } = changedStretch(before, text).newer;
  return /^(?:\(\)|\[\]|\{\}|""|'')$/.test(text.slice(start, end)) ? start + 1 : end;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}

/** Module-level names that an item puts a tensor of known rank into, by the item. */
function shapedNames(trace: Trace | null, segments: readonly Segment[]): ReadonlyMap<Item, ReadonlySet<string>> {
  const found = new Map<Item, Set<string>>();
  for (const item of trace ? segments.flatMap(({ run }) => run) : []) {
    const names = new Set<string>();
    for (const { name, value, context } of trace?.in(item).bindings ?? []) {
      if (context.length === 0 && hasShape(value)) names.add(name);
    }
    found.set(item, names);
  }
  return found;
}

function hasShape(value: Value): boolean {
  return tensorsOf(value).some((tensor) => hasRank(tensor.shape));
}

/**
 * Whether a statement takes the shape from a name: one that the statement in its place gave it, or
 * that it had before a statement that is new.
 */
function losesShape(
  trace: Trace,
  changed: Segment,
  replaced: readonly Segment[],
  earlier: ReadonlyMap<Item, ReadonlySet<string>>,
): boolean {
  const own = lastBindings(changed.run.flatMap((item) => trace.in(item).bindings));
  const rebound = new Map<string, boolean>();
  for (const item of replaced.flatMap((segment) => segment.run)) {
    for (const name of namesBoundBy(item))
      rebound.set(name, rebound.get(name) === true || earlier.get(item)?.has(name) === true);
  }
  let before: ReadonlyMap<string, BindingRecord> | null = null;
  return changed.run.flatMap(namesBoundBy).some((name) => {
    const now = own.get(name);
    if (now && hasShape(now.value)) return false;
    const hadShape = rebound.get(name);
    if (hadShape !== undefined) return hadShape;
    before ??= lastBindings(trace.bindings.filter(({ site }) => site.item.start < itemsStart(changed)));
    const was = before.get(name);
    return was !== undefined && hasShape(was.value);
  });
}

/** What each name was bound to last, outside of functions. */
function lastBindings(records: readonly BindingRecord[]): ReadonlyMap<string, BindingRecord> {
  return new Map(records.filter(({ context }) => context.length === 0).map((record) => [record.name, record]));
}

function itemsStart({ run }: Segment): number {
  return run[0]?.start ?? 0;
}

/**
 * Where all calls in some statements gave a shape, none was refused, and names were bound to what has one: spans from the
 * first one's start on.
 */
function soundPlaces(analysis: Analysis, segments: readonly Segment[]): Span[] {
  const start = segments[0]?.written[0]?.start ?? 0;
  const sound = new Map<string, Span | null>();
  const see = (site: Site, isSound: boolean): void => {
    const span = analysis.span(site.place);
    const key = `${span?.start}:${span?.end}`;
    if (span && !isSound) sound.set(key, null);
    else if (span && !sound.has(key)) sound.set(key, { start: span.start - start, end: span.end - start });
  };
  for (const item of segments.flatMap(({ run }) => run)) {
    const { observations, refusals, bindings } = analysis.trace.in(item);
    for (const observation of observations) see(placeToShow(observation, analysis), hasShape(observation.output));
    for (const { site } of refusals) see(site, false);
    for (const { site, value } of bindings) if (hasShape(value)) see(site, true);
  }
  return [...sound.values()].filter((span) => span !== null);
}

/** Whether some statements end by an exception: a name of theirs is half typed, mostly. */
function isRaised({ trace }: Analysis, segments: readonly Segment[]): boolean {
  const events = segments.flatMap(({ run }) => run.flatMap((item) => trace.in(item).events));
  return events.some(({ type }) => type === 'exception');
}

/** Whether Keras refuses something in some statements. */
function isRefused({ trace }: Analysis, segments: readonly Segment[]): boolean {
  return segments.some(({ run }) => run.some((item) => trace.in(item).refusals.length > 0));
}

/** Whether a place of a statement that is still written there has no shape any more: what is typed behind it takes it. */
function losesPlace(analysis: Analysis, changed: Segment, older: string, places: readonly Span[]): boolean {
  if (places.length === 0) return false;
  const newer = textOf([changed], analysis.text);
  const now = new Set(soundPlaces(analysis, [changed]).map(({ start, end }) => `${start}:${end}`));
  const typed = changedStretch(older, newer).older;
  return places.some((place) => {
    // What is typed at the very edge of a call may be a part of it.
    if (place.end === typed.start || place.start === typed.end) return false;
    const span = mapSpan(older, newer, place);
    return span !== null && span.end > span.start && !now.has(`${span.start}:${span.end}`);
  });
}

/** What is written for segments that stand side by side. */
function textOf(segments: readonly Segment[], text: string): string {
  const items = segments.flatMap(({ written }) => written);
  const [first, last] = [items[0], items[items.length - 1]];
  if (first && first === last) return first.text;
  return first && last ? text.slice(first.start, last.start + last.length) : '';
}

/** Names that an assignment puts something into, whether or not it comes to that. */
function namesBoundBy({ statement }: Item): string[] {
  const names: string[] = [];
  const enter = (target: Expression): void => {
    if (target.kind === 'Name') names.push(target.id);
    else if (target.kind === 'Tuple' || target.kind === 'List') target.elements.forEach(enter);
  };
  if (statement.kind === 'Assign') statement.targets.forEach(enter);
  else if (statement.kind === 'AugAssign' || statement.kind === 'AnnAssign') enter(statement.target);
  return names;
}

/** The module to run: the text's own, with older statements where the text's are half typed. */
function runModule({ module, segments }: State): ParsedModule {
  if (segments.stale.length === 0) return module;
  return {
    text: module.text,
    items: segments.run,
    // These are gathered when they are asked for.
    get comments() {
      return module.comments;
    },
    get problems() {
      return module.problems;
    },
  };
}

/** Puts older statements where the text that replaces them begins, so that their order and places make sense. */
function settleItems({ written, run, stale }: Segment): void {
  const start = written[0]?.start;
  if (!stale || start === undefined) return;
  run.forEach((item: Item, index) => {
    item.start = start + (stale.starts[index] as number);
  });
}

/** Where the text of a segment differs from what is run for it. */
function unfinishedIn({ written, stale }: Segment, text: string): Span | null {
  const first = written[0];
  const last = written[written.length - 1];
  if (!stale || !first || !last) return null;
  const { start, end } = changedStretch(stale.text, text.slice(first.start, last.start + last.length)).newer;
  return { start: first.start + start, end: first.start + end };
}

function resolve(
  place: Place,
  stale: ReadonlyMap<object, { segment: Segment; index: number }>,
  text: string,
): Span | null {
  const found = stale.get(place.item);
  if (!found?.segment.stale) return { start: place.item.start + place.start, end: place.item.start + place.end };
  const { written, stale: older } = found.segment;
  const first = written[0];
  const last = written[written.length - 1];
  if (!first || !last) return null;
  const from = older.starts[found.index] as number;
  const newer = text.slice(first.start, last.start + last.length);
  const span = mapSpan(older.text, newer, { start: from + place.start, end: from + place.end });
  return span && { start: first.start + span.start, end: first.start + span.end };
}
