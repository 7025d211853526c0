/** A document that is edited, held against one that is opened with the same text. */
import assert from 'node:assert/strict';
import { Analysis } from '../server/src/analysis/analysis';
import { DocumentProgram } from '../server/src/analysis/program';
import { createCatalogue } from '../server/src/catalogue';
import { diagnostics } from '../server/src/features/diagnostics';
import { inlayHints } from '../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { summaryText } from '../server/src/graph/summary';
import type { ParsedModule } from '../server/src/python/ast';
import type { PythonParser } from '../server/src/python/parse';
import { applyEdits } from '../server/src/text/edit';
import { LineIndex } from '../server/src/text/line-index';
import { Random, randomEdit } from './random-edits';

/** A document whose statements are all run as they are written, half typed ones too. */
export class EditedDocument {
  private readonly program: DocumentProgram;
  private module: ParsedModule | undefined;

  constructor(
    private readonly parser: PythonParser,
    onInternalError: (error: unknown) => void,
  ) {
    this.program = new DocumentProgram({
      ...{ uri: 'file:///edited.py', catalogue: createCatalogue, onInternalError },
      // What time bounds would be bounded elsewhere in each of two runs; steps are counted the same way in both.
      clock: () => 0,
    });
  }

  update(text: string, isOver?: () => boolean): Analysis {
    this.module = this.parser.parse(text, this.module);
    return this.look(this.module, isOver);
  }

  /** Goes on with a run that was stopped, piece by piece. */
  finish(analysis: Analysis): Analysis {
    let last = analysis;
    while (!last.isWhole) last = this.look(last.module, () => true);
    return last;
  }

  private look(module: ParsedModule, isOver?: () => boolean): Analysis {
    const trace = this.program.run(module, isOver);
    return new Analysis(module, trace, {
      lines: () => new LineIndex(module.text),
      resolve: (place) => ({ start: place.item.start + place.start, end: place.item.start + place.end }),
      isStale: () => false,
      unfinished: () => [],
      whatIf: (edits, look) =>
        this.parser.preview(applyEdits(module.text, edits), module, (other) =>
          this.program.whatIf(other, (tried) => look(new Analysis(other, tried, triedOf(other)))),
        ),
    });
  }

  repr(name: string): string | null {
    const value = new Map(this.program.run(this.module as ParsedModule).values()).get(name);
    return value ? this.program.repr(value) : null;
  }
}

const triedOf = ({ text }: ParsedModule) => ({
  lines: () => new LineIndex(text),
  resolve: (place: { item: { start: number }; start: number; end: number }) => ({
    start: place.item.start + place.start,
    end: place.item.start + place.end,
  }),
  isStale: () => false,
  unfinished: () => [],
  whatIf: () => {
    throw new Error('one edit is tried at a time');
  },
});

/** Everything that a person would see of a document. */
export function seen(analysis: Analysis): string[] {
  const all = { start: 0, end: analysis.text.length };
  const { trace } = analysis;
  return [
    ...inlayHints(analysis, all, DEFAULT_SETTINGS).map(
      ({ kind, offset, label, details }) => `${offset} ${kind} ${label}: ${details().tooltip}`,
    ),
    ...diagnostics(analysis, DEFAULT_SETTINGS).map(
      ({ span, code, severity, what, why, next }) =>
        `${span.start}-${span.end} ${severity} ${code}: ${[what, why, next].join(' ')}`,
    ),
    ...trace.models.map(({ instance }) => summaryText(instance, trace.generation) ?? 'a model without a summary'),
    ...trace.events.map(({ type, site }) => `${site.item.start + site.place.start} ${type}`),
    // Taking a run back and putting it forth again does not keep the order in which names were bound first.
    ...[...trace.values()].map(([name, value]) => `${name}: ${value.kind}`).sort(),
    `cut: ${trace.cut?.text ?? 'nothing'}`,
  ];
}

/** Edits a text at random, and compares now and then. Gives how often it was compared. */
export function compareWhileEditing(
  parser: PythonParser,
  original: string,
  options: { readonly seed: number; readonly edits: number; readonly every: number },
): number {
  const errors: unknown[] = [];
  const random = new Random(options.seed);
  const edited = new EditedDocument(parser, (error) => errors.push(error));
  let text = original;
  let compared = 0;
  edited.update(text);
  for (let i = 1; i <= options.edits; i++) {
    // A file that is long broken tells little.
    const edit = randomEdit(random, text);
    text = random.below(8) === 0 ? original : applyEdits(text, [edit]);
    if (text.length > 2 * original.length + 1000) text = original;
    // Some runs are stopped by the next edit, some go on.
    const stopped = random.below(3) === 0 ? edited.update(text, () => random.below(4) === 0) : edited.update(text);
    const isLooked = i % options.every === 0 || random.below(2) === 0;
    const analysis = isLooked ? edited.finish(stopped) : stopped;
    assert.deepEqual(errors.map(stackOf), [], `edit ${i} of seed ${options.seed}:\n${text}`);
    if (analysis.isWhole && random.below(10) === 0) {
      const before = seen(analysis);
      analysis.whatIf([randomEdit(random, text)], seen);
      assert.deepEqual(seen(analysis), before, `what-if ${i} of seed ${options.seed}:\n${text}`);
    }
    if (i % options.every !== 0) continue;
    compared += 1;
    const fresh = new EditedDocument(parser, () => {}).update(text);
    assert.deepEqual(seen(analysis), seen(fresh), `edit ${i} of seed ${options.seed}:\n${text}`);
  }
  return compared;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
