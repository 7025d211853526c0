/** Texts as they should never be, and what must hold whatever the text is. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Analysis } from '../server/src/analysis/analysis';
import type { DocumentAnalyzer } from '../server/src/analysis/analyzer';
import { codeLenses } from '../server/src/features/code-lens';
import { diagnostics } from '../server/src/features/diagnostics';
import { hover } from '../server/src/features/hover';
import { inlayHints } from '../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { documentSymbols } from '../server/src/features/symbols';
import { createService } from '../server/src/node/service';
import { NotebookText } from '../server/src/python/notebook';
import { applyEdits } from '../server/src/text/edit';
import type { SectionedText } from '../server/src/text/sections';
import type { Span } from '../server/src/text/span';
import { Random, randomEdit } from './random-edits';

/** Milliseconds after which an input counts as a hang. */
const HANG = 1000;

/** Longer files are cut: what is odd is at their edges, and each input is to take little time. */
const LONGEST = 4000;

export function fixtureTexts(): string[] {
  return readdirSync('test-fixtures', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => readFileSync(`test-fixtures/${path}`, 'utf8').slice(0, LONGEST));
}

type Source = string | SectionedText;
type Twist = (random: Random, text: string) => Source;

const ODD = [
  '\0',
  '\ufeff',
  '\ud800',
  '\udc00',
  '😀',
  '\t',
  '\r',
  '\r\n',
  '\f',
  '\u2028',
  '"""',
  "'''",
  '\\',
  '`',
  '$',
  '\x1b',
];
const OPENING = ['(', '[', '{', 'f"{', 'lambda: (', '[x for x in ', '-', 'not ', 'x if x else ', 'a.b(c, *', '**'];
const PYTHON_2 = [
  'print "x"\n',
  'print x,\n',
  'exec "x = 1"\n',
  'raise ValueError, "x"\n',
  'x = `1`\n',
  'x <> 1\n',
  '0777L\n',
];
const BIG = [
  '9'.repeat(400),
  '1e400',
  '2 ** 10 ** 10',
  '[0] * 10 ** 12',
  '-1',
  '0',
  '10 ** 20',
  'float("nan")',
  '1j',
  '-3.5',
];

const TWISTS: readonly Twist[] = [
  (random, text) => text.slice(0, random.below(text.length + 1)),
  (random, text) => cut(random, text, ''),
  (random, text) => {
    const { start, end } = stretch(random, text);
    return text.slice(0, end) + text.slice(start);
  },
  (random, text) => insert(random, text, random.of(ODD).repeat(1 + random.below(3))),
  (random, text) => insert(random, text, random.of(OPENING).repeat(1 + random.below(300))),
  (random, text) => insert(random, text, `x = [${'layers.Dense(1), '.repeat(random.below(400))}]\n`),
  (random, text) => insert(random, text, `# ${'é'.repeat(random.below(20_000))}\n`),
  (random, text) => insert(random, text, `\n${'    '.repeat(random.below(90))}if x:\n`),
  (random, text) => insert(random, text, `\n${random.of(PYTHON_2)}`),
  (_, text) => text.replaceAll('\n', '\r\n'),
  (_, text) => `\ufeff${text}`,
  (random, text) => text.replace(/^ {4}/gm, () => random.of(['\t', '    ', '  ', '\t  '])),
  (random, text) => {
    const numbers = [...text.matchAll(/(?<![\w.])\d+/g)];
    if (numbers.length === 0) return text;
    const { index, 0: old } = random.of(numbers);
    return text.slice(0, index) + random.of(BIG) + text.slice(index + old.length);
  },
  (random, text) => {
    const cells = text.split(/\n(?=\S)/);
    const at = random.below(cells.length);
    cells[at] = cut(random, `%matplotlib inline\n!pip install x\n${cells[at] ?? ''}`, random.of(ODD));
    return new NotebookText(cells);
  },
  (random, text) => applyEdits(text, [randomEdit(random, text)]),
  (random, text) => applyEdits(applyEdits(text, [randomEdit(random, text)]), []),
];

function stretch(random: Random, text: string): Span {
  const start = random.below(text.length + 1);
  return { start, end: Math.min(text.length, start + random.below(200)) };
}

function cut(random: Random, text: string, by: string): string {
  const { start, end } = stretch(random, text);
  return text.slice(0, start) + by + text.slice(end);
}

function insert(random: Random, text: string, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

export interface FuzzReport {
  readonly inputs: number;
  /** What was wrong, with the seed of the input. */
  readonly faults: readonly string[];
  /** The longest that one took, in milliseconds. */
  readonly slowest: number;
}

/** Runs inputs of a seed from a first one on; every input's own seed is `seed` and its number. */
export async function fuzz(
  { seed, count, first = 0 }: { readonly seed: number; readonly count: number; readonly first?: number },
  onProgress: (done: number, faults: readonly string[]) => void = () => {},
): Promise<FuzzReport> {
  const texts = fixtureTexts();
  const faults: string[] = [];
  const thrown: unknown[] = [];
  const service = await createService({ extraPaths: [], onInternalError: (error) => thrown.push(error) });
  let slowest = 0;
  let analyzer: DocumentAnalyzer | null = null;
  for (let i = first; i < first + count; i++) {
    const random = new Random(seed * 1_000_003 + i);
    const text = random.of(texts);
    const source = random.of(TWISTS)(random, text);
    // Some are opened, others are what an open document becomes.
    if (random.below(4) === 0) analyzer = null;
    analyzer ??= service.analyzer('file:///fuzz.py').analyzer;
    const start = process.cpuUsage();
    try {
      const analysis = analyzer.update(source, random.below(2) === 0);
      faults.push(...wrong(analysis, random).map((fault) => `${seed}/${i}: ${fault}`));
      if (random.below(10) === 0) analyzer.settle();
    } catch (error) {
      thrown.push(error);
      analyzer = null;
    }
    const { user } = process.cpuUsage(start);
    slowest = Math.max(slowest, user / 1000);
    if (user / 1000 > HANG) faults.push(`${seed}/${i}: took ${Math.round(user / 1000)} ms`);
    for (const error of thrown.splice(0)) {
      faults.push(`${seed}/${i}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error}`);
    }
    if ((i + 1 - first) % 1000 === 0) onProgress(i + 1 - first, faults);
  }
  return { inputs: count, faults, slowest };
}

/** What a person should never see. */
function wrong(analysis: Analysis, random: Random): string[] {
  const { length } = analysis.text;
  const faults: string[] = [];
  const inside = (what: string, { start, end }: Span): void => {
    if (!(0 <= start && start <= end && end <= length)) faults.push(`${what} at ${start}-${end} of ${length}`);
  };
  for (const { kind, label, offset } of inlayHints(analysis, { start: 0, end: length }, DEFAULT_SETTINGS)) {
    inside(`hint ${label}`, { start: offset, end: offset });
    if (/NaN|undefined|Infinity|\[object|null/.test(label) || (kind === 'shape' && /-\d/.test(label)))
      faults.push(`label ${label}`);
  }
  for (const { code, span, what } of diagnostics(analysis, DEFAULT_SETTINGS)) {
    inside(code, span);
    if (/NaN|undefined|\[object/.test(what)) faults.push(`${code}: ${what}`);
  }
  for (const { span } of codeLenses(analysis, DEFAULT_SETTINGS)) inside('lens', span);
  for (const { span } of documentSymbols(analysis)) inside('symbol', span);
  const found = hover(analysis, random.below(length + 1));
  if (found) inside('hover', found.span);
  return faults;
}
