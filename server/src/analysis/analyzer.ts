/** Keeps the analysis of a document current: text in, analysis out, at the cost of what changed. */
import type { Trace } from '../interpreter/trace';
import type { Item, ParsedModule } from '../python/ast';
import type { Place } from '../shapes/reason';
import { applyEdits, type Edit } from '../text/edit';
import { type SectionedText, sectionsAfter } from '../text/sections';
import type { Span } from '../text/span';
import { Analysis } from './analysis';
import { freshSegments, mapSpan, nextSegments, type Segment } from './segments';

/** What reads Python: `PythonParser`. */
export interface ModuleParser {
  /** Makes `previous` stale: the items that both share move. */
  parse(source: string | SectionedText, previous?: ParsedModule): ParsedModule;
  /** Parses for as long as `look` runs; `previous` stays. */
  preview<T>(source: string | SectionedText, previous: ParsedModule, look: (module: ParsedModule) => T): T;
}

/** What runs a module: `Program`. */
export interface ModuleRunner {
  run(module: ParsedModule): Trace;
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T;
}

interface State {
  readonly module: ParsedModule;
  readonly segments: readonly Segment[];
  readonly sections: readonly Span[];
}

export class DocumentAnalyzer {
  private state: State | null = null;
  private current: Analysis | null = null;

  constructor(
    private readonly parser: ModuleParser,
    private readonly runner: ModuleRunner,
  ) {}

  /** The newest analysis; null before the first `update`. */
  get analysis(): Analysis | null {
    return this.current;
  }

  /** Analyses the document's new text. Analyses that were given before are of no use from here on. */
  update(source: string | SectionedText): Analysis {
    const { text, sections } = sectioned(source);
    const before = this.state;
    if (this.current && before?.module.text === text && sameSpans(before.sections, sections)) return this.current;
    const module = this.parser.parse(source, before?.module);
    const state = stateOf(before, module, sections);
    this.current = this.look(state, this.runner.run(runModule(state)));
    this.state = state;
    return this.current;
  }

  private look(state: State, trace: Trace): Analysis {
    const stale = new Map<object, { segment: Segment; index: number }>();
    for (const segment of state.segments) {
      if (!segment.stale) continue;
      for (const [index, item] of segment.run.entries()) stale.set(item, { segment, index });
    }
    return new Analysis(state.module, trace, {
      resolve: (place) => resolve(place, stale, state.module.text),
      isStale: (item) => stale.has(item),
      whatIf: (edits, look) => this.whatIf(state, edits, look),
    });
  }

  private whatIf<T>(state: State, edits: readonly Edit[], look: (analysis: Analysis) => T): T {
    if (this.state !== state) throw new Error('this analysis is out of date');
    const source = { text: applyEdits(state.module.text, edits), sections: sectionsAfter(state.sections, edits) };
    const stale = state.segments.flatMap((segment) => (segment.stale ? segment.run : []));
    const starts = stale.map((item) => item.start);
    try {
      return this.parser.preview(source, state.module, (module) => {
        const next = stateOf(state, module, source.sections);
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

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}

function stateOf(before: State | null, module: ParsedModule, sections: readonly Span[]): State {
  const segments = before ? nextSegments(before.segments, before.module.text, module) : freshSegments(module);
  for (const segment of segments) settle(segment);
  return { module, segments, sections };
}

/** The module to run: the text's own, with older statements where the text's are half typed. */
function runModule({ module, segments }: State): ParsedModule {
  if (!segments.some((segment) => segment.stale)) return module;
  return { ...module, items: segments.flatMap((segment) => segment.run) };
}

/** Puts older statements where the text that replaces them begins, so that their order and places make sense. */
function settle({ written, run, stale }: Segment): void {
  const start = written[0]?.start;
  if (!stale || start === undefined) return;
  run.forEach((item: Item, index) => {
    item.start = start + (stale.starts[index] as number);
  });
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
