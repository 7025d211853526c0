/**
 * Python files with markers: what must be shown where. A file is rendered anew with what we show, and
 * must come out as it was, so that an unexpected hint or problem fails as much as a missing one.
 *
 * ```python
 * x = layers.MaxPooling2D(2)(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
 * #          ^^^^^^^^^^^^ hover: ⌊(28 - 2) / 2⌋ + 1 = 14
 * # error[negative-dimension]: kernel 40 is larger than 14
 * y = layers.Conv2D(8, 40)(x)
 * # fix: Add padding="same"
 * #   => y = layers.Conv2D(8, 40, padding="same")(x)
 * # lens: 4,385 parameters
 * model = keras.Model(image, y)
 * ```
 *
 * - `hint`, `window`, `argument`, `sizes` behind a line: the hints of that kind in it, all of them.
 * - `error[code]`, `warning[code]`, `information[code]` above a line: problems that begin in it, all of
 *   them; the text is part of what is said. `lens`: the same for lenses.
 * - `hover` below a line, with carets: part of what is said there.
 * - `fix` below a line: the beginning of the title of a quick fix there (`fix!`: the preferred one),
 *   and behind `=>` what becomes of the line.
 */
import type { Analysis } from '../server/src/analysis/analysis';
import { codeActions } from '../server/src/features/code-actions';
import { codeLenses } from '../server/src/features/code-lens';
import { diagnostics } from '../server/src/features/diagnostics';
import { hover } from '../server/src/features/hover';
import { inlayHints } from '../server/src/features/inlay-hints';
import { withoutCodeSpans } from '../server/src/features/markdown';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { messageOf } from '../server/src/rules';
import { sentence } from '../server/src/rules/rule';
import { applyEdits } from '../server/src/text/edit';

const TRAILING = /\s*# (?:hint|window|argument|sizes): .*$/;
const ABOVE = /^\s*# (?:(error|warning|information)\[([\w-]+)\]|(lens)): (.*)$/;
const CARETS = /^(\s*#\s*)(\^+) hover: (.*)$/;
const FIX = /^\s*# fix(!?): (.*)$/;
const BECOMES = /^\s*#\s+=> (.*)$/;

/** The program without its markers, every character of the code in its place. */
export function withoutMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      [ABOVE, CARETS, FIX, BECOMES].some((marker) => marker.test(line)) ? '#' : line.replace(TRAILING, ''),
    )
    .join('\n');
}

/** The fixture with our markers in place of its own: equal to it where all are right. */
export function rendered(text: string, analysis: Analysis): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let pending: string[] = [];
  let codeLine = -1;
  let fix: Fix | null = null;
  for (const [number, line] of lines.entries()) {
    if (ABOVE.test(line)) {
      pending.push(line);
      continue;
    }
    const carets = CARETS.exec(line);
    if (carets) {
      const [, before = '', marks = '', text = ''] = carets;
      result.push(`${before}${marks} hover: ${hoverText(analysis, codeLine, before.length, text)}`);
      continue;
    }
    const wanted = FIX.exec(line);
    if (wanted) {
      fix = fixAt(analysis, codeLine, wanted[2] ?? '', wanted[1] === '!');
      result.push(line.replace(wanted[2] ?? '', () => fix?.title ?? ''));
      continue;
    }
    const becomes = BECOMES.exec(line);
    if (becomes) {
      result.push(line.replace(becomes[1] ?? '', () => fix?.becomes ?? ''));
      continue;
    }
    if (line.trim() !== '') {
      if (!line.trimStart().startsWith('#')) codeLine = number;
      result.push(...above(analysis, number, line, pending));
      pending = [];
    }
    result.push(line.replace(TRAILING, '') + trailing(analysis, number, line));
  }
  return [...result, ...pending.map((line) => `${line} <- nothing behind it`)].join('\n');
}

function trailing(analysis: Analysis, number: number, line: string): string {
  const start = analysis.lines.lineStart(number);
  const hints = inlayHints(analysis, { start, end: analysis.lines.lineEnd(number) }, DEFAULT_SETTINGS);
  const parts = (['shape', 'window', 'argument', 'sizes'] as const).flatMap((kind) => {
    const labels = hints.filter((hint) => hint.kind === kind).map(({ label }) => label.replace(/^, /, '').trim());
    return labels.length > 0 ? [`${kind === 'shape' ? 'hint' : kind}: ${labels.join(', ')}`] : [];
  });
  if (parts.length === 0) return '';
  const gap = /\s*$/.exec(line.slice(0, TRAILING.exec(line)?.index))?.[0] ?? '';
  const written = /(\s*)# (?:hint|window|argument|sizes): /.exec(line)?.[1];
  return `${written ?? gap ?? '  '}# ${parts.join('; ')}`.replace(/^(?=#)/, '  ');
}

/** The problems and lenses of a line as markers; those that stand there stay as they are written. */
function above(analysis: Analysis, number: number, line: string, written: readonly string[]): string[] {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const isHere = (offset: number) => analysis.lines.position(offset).line === number;
  const problems = diagnostics(analysis, DEFAULT_SETTINGS)
    .filter((problem) => problem.severity !== 'hint' && isHere(problem.span.start))
    .map((problem) => ({
      head: `${problem.severity}[${problem.code}]`,
      text: withoutCodeSpans(messageOf(problem)).replaceAll('\n', ' '),
      brief: withoutCodeSpans(sentence(problem.what)),
    }));
  const lenses = codeLenses(analysis, DEFAULT_SETTINGS)
    .filter((lens) => isHere(lens.span.start))
    .map((lens) => ({ head: 'lens', text: lens.title, brief: lens.title }));
  const left = [...problems, ...lenses];
  const kept: string[] = [];
  for (const marker of written) {
    const [, severity, code, lens, text = ''] = ABOVE.exec(marker) ?? [];
    const head = lens ?? `${severity}[${code}]`;
    const at = left.findIndex((one) => one.head === head && one.text.includes(text));
    if (at < 0) continue;
    left.splice(at, 1);
    kept.push(marker);
  }
  // Lenses are a matter of every model: they are only compared where a fixture asks.
  const unexpected = left.filter((one) => one.head !== 'lens' || written.some((marker) => /# lens: /.test(marker)));
  return [...kept, ...unexpected.map(({ head, brief }) => `${indent}# ${head}: ${brief}`)];
}

function hoverText(analysis: Analysis, line: number, column: number, wanted: string): string {
  const found = hover(analysis, analysis.lines.offset({ line, column }));
  const text = found?.markdown.replaceAll(/[`*\\]/g, '').replaceAll(/\s*\n\s*/g, ' ') ?? '(nothing)';
  return text.includes(wanted) ? wanted : text;
}

interface Fix {
  readonly title: string;
  readonly becomes: string;
}

function fixAt(analysis: Analysis, line: number, wanted: string, preferred: boolean): Fix {
  const range = { start: analysis.lines.lineStart(line), end: analysis.lines.lineEnd(line) };
  const actions = codeActions(analysis, range, DEFAULT_SETTINGS).filter((action) => action.kind === 'quickfix');
  const found = actions.find((action) => action.title.startsWith(wanted) && action.isPreferred === preferred);
  if (!found) {
    const others = actions.map(({ title, isPreferred }) => (isPreferred ? `! ${title}` : title));
    return { title: `(not among: ${others.join(' | ')})`, becomes: '' };
  }
  const changed = applyEdits(analysis.text, found.edits).split('\n');
  const before = analysis.text.split('\n');
  const at = before.findIndex((text, i) => text !== changed[i]);
  return { title: wanted, becomes: (changed[at] ?? '').trim() };
}
