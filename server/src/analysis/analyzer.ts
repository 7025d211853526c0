/** Keeps the analysis of a document current: text in, analysis out, at the cost of what changed. */
import type { Trace } from '../interpreter/trace';
import type { Item, ParsedModule } from '../python/ast';
import type { Place } from '../shapes/reason';
import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import { Analysis } from './analysis';
import { freshSegments, mapSpan, nextSegments, type Segment } from './segments';

/** What reads Python: `PythonParser`. */
export interface ModuleParser {
  parse(text: string, previous?: ParsedModule): ParsedModule;
}

/** What runs a module: `Program`. */
export interface ModuleRunner {
  run(module: ParsedModule): Trace;
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T;
}

interface State {
  readonly module: ParsedModule;
  readonly segments: readonly Segment[];
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
  update(text: string): Analysis {
    if (this.current && this.state?.module.text === text) return this.current;
    const state = this.next(text);
    this.current = this.look(state, this.runner.run(runModule(state)));
    this.state = state;
    return this.current;
  }

  private next(text: string): State {
    const before = this.state;
    const module = this.parser.parse(text, before?.module);
    const segments = before ? nextSegments(before.segments, before.module.text, module) : freshSegments(module);
    for (const segment of segments) settle(segment);
    return { module, segments };
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
    // Parsing the edited text moves the items that both share.
    const items = [...state.module.items, ...state.segments.flatMap((segment) => segment.run)];
    const starts = items.map((item) => item.start);
    try {
      const next = this.next(applyEdits(state.module.text, edits));
      return this.runner.whatIf(runModule(next), (trace) => look(this.look(next, trace)));
    } finally {
      items.forEach((item, i) => {
        item.start = starts[i] as number;
      });
    }
  }
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
