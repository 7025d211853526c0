/** What must hold whatever the text is. */
import { inspect } from 'node:util';
import type { Analysis } from '../server/src/analysis/analysis';
import type { DocumentAnalyzer } from '../server/src/analysis/analyzer';
import { codeActions } from '../server/src/features/code-actions';
import { codeLenses } from '../server/src/features/code-lens';
import { completions } from '../server/src/features/completion';
import { diagnostics } from '../server/src/features/diagnostics';
import { hover } from '../server/src/features/hover';
import { inlayHints } from '../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { signatureHelp } from '../server/src/features/signature-help';
import { documentSymbols } from '../server/src/features/symbols';
import { summaryText } from '../server/src/graph/summary';
import { createService } from '../server/src/node/service';
import type { Span } from '../server/src/text/span';
import { editedTexts, fixtureTexts, type Source, smallProgram } from './fuzz-texts';
import { Random } from './random-edits';

/** Milliseconds on the clock after which it is looked at how much of them an input took of the processor. */
const LONG = 100;

/** So many inputs one document becomes, one after the other, before another one is opened. */
export const INPUTS_OF_A_DOCUMENT = 32;

export interface FuzzReport {
  readonly inputs: number;
  /** What was wrong, with the seed of the input. */
  readonly faults: readonly string[];
  /** The one that took longest, and its milliseconds. */
  readonly slowest: { readonly number: number; readonly milliseconds: number };
}

interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** The number of the first input; the document that it is of is opened anew. */
  readonly first?: number;
  /** Milliseconds of processor time after which an input counts as a hang. */
  readonly hang?: number;
  /** Told of each input before it is looked at. */
  readonly onInput?: (source: Source, number: number) => void;
  readonly onProgress?: (done: number, faults: readonly string[]) => void;
}

/** Runs inputs of a seed from a first one on; every document's own seed is `seed` and its number. */
export async function fuzz({
  seed,
  count,
  first = 0,
  hang = Number.POSITIVE_INFINITY,
  onInput,
  onProgress,
}: FuzzOptions): Promise<FuzzReport> {
  const texts = fixtureTexts();
  const faults: string[] = [];
  const thrown: unknown[] = [];
  const service = await createService({ extraPaths: [], onInternalError: (error) => thrown.push(error) });
  const from = first - (first % INPUTS_OF_A_DOCUMENT);
  let slowest = { number: from, milliseconds: 0 };
  /** Processor time before the document, or behind the last input that took long: asking each time would take long itself. */
  let spent = process.cpuUsage();
  let random = new Random(0);
  let sources: Iterator<Source> | null = null;
  let analyzer: DocumentAnalyzer | null = null;
  for (let i = from; i < first + count; i++) {
    if (!sources || i % INPUTS_OF_A_DOCUMENT === 0) {
      random = new Random(seed * 1_000_003 + i);
      sources = editedTexts(random, smallProgram(random, random.of(texts)));
      analyzer = null;
      spent = process.cpuUsage();
    }
    const source = sources.next().value as Source;
    analyzer ??= service.analyzer('file:///fuzz.py').analyzer;
    onInput?.(source, i);
    const start = performance.now();
    try {
      const analysis = analyzer.update(source, random.below(2) === 0);
      faults.push(...wrong(analysis, random).map((fault) => `${seed}/${i}: ${fault}`));
      if (random.below(10) === 0 && analyzer.settle() && analyzer.analysis)
        faults.push(...wrong(analyzer.analysis, random).map((fault) => `${seed}/${i} settled: ${fault}`));
    } catch (error) {
      thrown.push(error);
      analyzer = null;
    }
    if (performance.now() - start > LONG) {
      // On a busy machine, time on the clock tells nothing.
      const milliseconds = process.cpuUsage(spent).user / 1000;
      if (milliseconds > slowest.milliseconds) slowest = { number: i, milliseconds };
      if (milliseconds > hang) faults.push(`${seed}/${i}: took ${Math.round(milliseconds)} ms`);
      spent = process.cpuUsage();
    }
    for (const error of thrown.splice(0)) {
      faults.push(
        `${seed}/${i}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : inspect(error, { depth: 3 })}`,
      );
    }
    if ((i + 1 - first) % 1000 === 0) onProgress?.(i + 1 - first, faults);
  }
  return { inputs: count, faults, slowest };
}

/** `NaN` as a word of its own may be what a function is about. */
const NO_VALUE = /[([{,×=*/+-] ?NaN|NaN ?[)\]},×=*/+-]|\bundefined\b(?!-)|Infinity|\[object/;

/** What a person should never see. Hints are looked at each time, the rest in turn. */
function wrong(analysis: Analysis, random: Random): string[] {
  const { text } = analysis;
  const { length } = text;
  const faults: string[] = [];
  const inside = (what: string, { start, end }: Span): void => {
    if (!(0 <= start && start <= end && end <= length)) faults.push(`${what} at ${start}-${end} of ${length}`);
    else if (splitsPair(text, start) || splitsPair(text, end))
      faults.push(`${what} at ${start}-${end} splits a character`);
  };
  const said = (what: string, words: string | null | undefined): void => {
    // What the program itself says is its own.
    const shown = words && NO_VALUE.exec(words)?.[0];
    if (shown && !text.includes(shown)) faults.push(`${what}: ${words}`);
  };
  const at = random.below(length + 1);
  for (const { kind, label, offset, details } of inlayHints(analysis, { start: 0, end: length }, DEFAULT_SETTINGS)) {
    inside(`hint ${label}`, { start: offset, end: offset });
    if (/NaN|undefined|Infinity|\[object|null/.test(label) || (kind === 'shape' && /-\d/.test(label)))
      faults.push(`label ${label}`);
    if (random.below(32) === 0) said(`details of ${label}`, details().tooltip);
  }
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      for (const { code, span, what, why, next } of diagnostics(analysis, DEFAULT_SETTINGS)) {
        inside(code, span);
        said(code, [what, why, next].join(' '));
      }
      break;
    case 3:
      for (const { span } of codeLenses(analysis, DEFAULT_SETTINGS)) inside('lens', span);
      for (const { span } of documentSymbols(analysis)) inside('symbol', span);
      for (const { instance } of analysis.trace.models)
        said('summary', summaryText(instance, analysis.trace.generation));
      break;
    case 4:
    case 5: {
      const found = hover(analysis, at);
      if (found) inside('hover', found.span);
      said('hover', found?.markdown);
      break;
    }
    case 6:
      completions(analysis, at, DEFAULT_SETTINGS);
      signatureHelp(analysis, at, DEFAULT_SETTINGS);
      break;
    default:
      if (random.below(4) === 0) {
        const end = Math.min(length, at + random.below(80));
        for (const { title, edits } of codeActions(analysis, { start: at, end }, DEFAULT_SETTINGS)) {
          said('action', title);
          for (const edit of edits) inside(`action ${title}`, edit);
        }
      }
  }
  return faults;
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
