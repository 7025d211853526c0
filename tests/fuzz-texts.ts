/** Texts as they should never be: small programs, and what hands, tools and broken disks make of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { NotebookText } from '../server/src/python/notebook';
import { applyEdits } from '../server/src/text/edit';
import type { SectionedText } from '../server/src/text/sections';
import type { Span } from '../server/src/text/span';
import { type Random, randomEdit } from './random-edits';

export type Source = string | SectionedText;
type Twist = (random: Random, text: string) => string;

/** Programs are cut to about so many characters, so that a million inputs take little time. */
const LONGEST = 900;

export function fixtureTexts(): string[] {
  return readdirSync('test-fixtures', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => readFileSync(`test-fixtures/${path}`, 'utf8'));
}

/** A stretch of top-level statements of a text, below its imports; seldom a longer one. */
export function smallProgram(random: Random, text: string): string {
  const most = random.below(64) === 0 ? 6 * LONGEST : LONGEST;
  if (text.length <= most) return text;
  const statements = text.split(/\n(?=[^\s#)\]}])/);
  const isImport = (statement: string) => /^(?:import|from)\b/.test(statement);
  const others = statements.filter((statement) => !isImport(statement));
  let program = statements.filter(isImport).join('\n');
  for (let at = random.below(Math.max(others.length, 1)); at < others.length; at++) {
    program += `\n${others[at]}`;
    if (program.length > most) break;
  }
  return `${program.slice(0, 2 * most)}\n`;
}

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
  '½',
  'ꙮ',
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
  'except ValueError, e:\n',
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
  'None',
  'True',
  '"a"',
  '(1, 2)',
  'len',
];

const TWISTS: readonly Twist[] = [
  (random, text) => text.slice(0, random.below(text.length + 1)),
  (random, text) => cut(random, text, ''),
  (random, text) => {
    const { start, end } = stretch(random, text);
    return text.slice(0, end) + text.slice(start);
  },
  // Two stretches change places.
  (random, text) => {
    const [a, b] = [stretch(random, text), stretch(random, text)].sort((one, other) => one.start - other.start);
    if (!a || !b || a.end > b.start) return text;
    return [
      text.slice(0, a.start),
      text.slice(b.start, b.end),
      text.slice(a.end, b.start),
      text.slice(a.start, a.end),
      text.slice(b.end),
    ].join('');
  },
  (random, text) => insert(random, text, random.of(ODD).repeat(1 + random.below(3))),
  (random, text) => insert(random, text, String.fromCharCode(random.below(0x10000))),
  // Before a hint's column: the editor counts in UTF-16.
  (random, text) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines[at] = `s = "😀é\u0301"; ${lines[at]?.trimStart() ?? ''}`;
    return lines.join('\n');
  },
  (random, text) => insert(random, text, random.of(OPENING).repeat(seldomMany(random, 12, 300))),
  (random, text) => insert(random, text, `x = [${'layers.Dense(1), '.repeat(seldomMany(random, 8, 300))}]\n`),
  (random, text) => insert(random, text, `# ${'é'.repeat(seldomMany(random, 40, 20_000))}\n`),
  (random, text) => insert(random, text, `\n${'    '.repeat(seldomMany(random, 6, 90))}if x:\n`),
  (random, text) => insert(random, text, `\n${random.of(PYTHON_2)}`),
  (_, text) => text.replaceAll('\n', '\r\n'),
  (_, text) => text.replaceAll(/\r?\n/g, '\r'),
  (_, text) => `\ufeff${text}`,
  (random, text) => text.replace(/^ {4}/gm, () => random.of(['\t', '    ', '  ', '\t  '])),
  (random, text) => {
    const numbers = [...text.matchAll(/(?<![\w.])\d+/g)];
    if (numbers.length === 0) return text;
    const { index, 0: old } = random.of(numbers);
    return text.slice(0, index) + random.of(BIG) + text.slice(index + old.length);
  },
];

/** Mostly a few; seldom as many as are a burden. */
function seldomMany(random: Random, few: number, many: number): number {
  return 1 + random.below(random.below(30) === 0 ? many : few);
}

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

/** What becomes of a document from one input to the next, without an end; the first is what is opened. */
export function* editedTexts(random: Random, program: string): Generator<Source, never> {
  switch (random.below(8)) {
    case 0:
      yield* typed(random, program);
      break;
    case 1:
    case 2:
      yield* cells(random, program);
  }
  let text = program;
  for (;;) {
    yield text;
    text = twisted(random, text, program);
  }
}

/** Every prefix, from somewhere on. */
function* typed(random: Random, program: string): Generator<Source, void> {
  for (let at = random.below(program.length + 1); at <= program.length; at++) yield program.slice(0, at);
}

/** A notebook whose cells are edited, come, go and move. */
function* cells(random: Random, program: string): Generator<Source, never> {
  const original = program.split(/\n(?=\S)/);
  let sources = [...original];
  for (;;) {
    yield new NotebookText(sources);
    const at = random.below(Math.max(sources.length, 1));
    const kind = random.below(12);
    if (kind === 0) sources = [...original];
    else if (kind === 1) sources.splice(at, 1);
    else if (kind === 2)
      sources.splice(at, 0, random.of(['', '%matplotlib inline\n!pip install x', '%%bash\nls', '?x']));
    else if (kind === 3) sources.splice(random.below(sources.length + 1), 0, ...sources.splice(at, 1));
    else sources[at] = twisted(random, sources[at] ?? '', original[at] ?? '');
  }
}

/** A text that is long broken tells little: now and then it is what it was. */
function twisted(random: Random, text: string, original: string): string {
  if (random.below(6) === 0 || text.length > 2 * original.length + 400) return original;
  return random.below(2) === 0 ? applyEdits(text, [randomEdit(random, text)]) : random.of(TWISTS)(random, text);
}
