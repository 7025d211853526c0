/** What the program's shapes would be with another argument: asked without touching the text. */
import type { Analysis } from '../analysis/analysis';
import { pathTo } from '../analysis/nodes';
import { argumentsOf as boundArguments, outputText } from '../analysis/observed';
import { summaryText } from '../graph/summary';
import type { Call, Item, Keyword, Node } from '../python/ast';
import { messageOf, type Problem } from '../rules';
import { applyEdits } from '../text/edit';
import { type Span, touches } from '../text/span';
import { diagnostics } from './diagnostics';
import { spotsByLine } from './inlay-hints/shape';
import { withoutCodeSpans } from './markdown';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { shownModels } from './summary';

/** Something in the text that can be asked about. */
export interface WhatIfTarget<At = Span> {
  /** `shape of Input`, `filters of Conv2D`. */
  readonly label: string;
  /** What is written there. */
  readonly text: string;
  readonly span: At;
  /** At the cursor, rather than an input of a model. */
  readonly isHere: boolean;
}

/** Arguments of the calls around an offset, the innermost call's first, then the shapes of all inputs. */
export function whatIfTargets(analysis: Analysis, offset: number): WhatIfTarget[] {
  const here = argumentsAround(analysis, offset);
  const inputs = analysis.sites.spots
    .filter(({ observations }) => observations.some(({ kind }) => kind === 'input'))
    .flatMap(({ site }) => (site.node.kind === 'Call' ? argumentsOf(analysis, site.item, site.node, false) : []))
    .filter(({ label }) => /^(?:batch_)?(?:input_)?shape\b/.test(label));
  const seen = new Set<number>();
  return [...here, ...inputs].filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

function argumentsAround(analysis: Analysis, offset: number): WhatIfTarget[] {
  const item = analysis.module.items.find(({ start, length }) => touches({ start, end: start + length }, offset));
  if (!item) return [];
  const path = pathTo(item.statement, offset - item.start);
  const calls = path.filter((node): node is Call => node.kind === 'Call').reverse();
  const all = calls.length > 0 ? calls : lineCalls(item.statement);
  return all
    .flatMap((call) => argumentsOf(analysis, item, call, true))
    .sort((a, b) => Number(touches(b.span, offset)) - Number(touches(a.span, offset)));
}

/** The calls of a statement that the cursor stands in, outside of any: `x = ‸Conv2D(8, 3)(x)`. */
function lineCalls(statement: Node): Call[] {
  if (statement.kind !== 'Assign' && statement.kind !== 'Expr') return [];
  const calls: Call[] = [];
  for (let node: Node = statement.value; node.kind === 'Call'; node = node.func) calls.push(node);
  return calls;
}

function argumentsOf(analysis: Analysis, item: Item, call: Call, isHere: boolean): WhatIfTarget[] {
  const { func } = call;
  const callee = func.kind === 'Attribute' ? func.attr : func.kind === 'Name' ? func.id : null;
  if (callee === null) return [];
  const target = (label: string, node: { readonly start: number; readonly end: number }): WhatIfTarget => {
    const span = { start: item.start + node.start, end: item.start + node.end };
    return { label: `${label} of ${callee}`, text: analysis.text.slice(span.start, span.end), span, isHere };
  };
  const names = positionalNames(analysis, item, call);
  const isInput = callee === 'Input' || callee === 'InputLayer';
  const positional = call.args
    .filter((arg) => arg.kind !== 'Starred')
    .map((arg, i) => target(names.get(i) ?? (isInput && i === 0 ? 'shape' : `argument ${i + 1}`), arg));
  const keywords = call.keywords
    .filter((keyword): keyword is Keyword & { readonly arg: string } => keyword.arg !== null)
    .map((keyword) => target(keyword.arg, keyword.value));
  return [...positional, ...keywords];
}

/** What a layer's constructor calls its positional arguments. */
function positionalNames(analysis: Analysis, item: Item, call: Call): ReadonlyMap<number, string> {
  const made = analysis.trace.observations.find(
    ({ constructed }) => constructed?.item === item && constructed.node === call,
  );
  const names = new Map<number, string>();
  for (const [name, { source }] of boundArguments(made?.instance) ?? [])
    if (source.from === 'positional') names.set(source.index, name);
  return names;
}

/** A line of the program before and with the change. */
interface Changed {
  readonly line: number;
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What becomes of the program with `newText` in a span, as the text of a document: lines whose shapes change, problems
 * that come or go, and the models' summaries. Null where that is no Python.
 */
export function whatIf(analysis: Analysis, span: Span, newText: string, settings: Settings): string | null {
  const edit = { ...span, newText };
  const whole = { start: 0, end: analysis.text.length };
  const before = shapesByLine(analysis, whole);
  const old = diagnostics(analysis, settings);
  const added = breaks(newText) - breaks(analysis.text.slice(span.start, span.end));
  const at = analysis.lines.position(span.start).line;
  const lines = applyEdits(analysis.text, [edit]).split(/\r\n|\r|\n/);
  return analysis.whatIf([edit], (changed) => {
    if (!isWhole(changed, span.start)) return null;
    const after = shapesByLine(changed, { start: 0, end: changed.text.length });
    const moved = new Map([...before].map(([line, text]) => [line > at ? line + added : line, text]));
    const rows = [...new Set([...moved.keys(), ...after.keys()])]
      .sort((a, b) => a - b)
      .map((line) => ({
        line,
        code: (lines[line] ?? '').trim(),
        before: moved.get(line) ?? null,
        after: after.get(line) ?? null,
      }))
      .filter((row) => row.before !== row.after);
    const now = diagnostics(changed, settings);
    return [
      `What if line ${at + 1} has ${newText} instead of ${analysis.text.slice(span.start, span.end)}?`,
      'Nothing is changed in the file.',
      '',
      ...shapeLines(rows),
      ...problemLines('Then new', now, old, changed),
      ...problemLines('Then gone', old, now, analysis),
      ...shownModels(changed).map(
        ({ record }) => summaryText(record.instance, changed.trace.generation) ?? 'The layers are not known.\n',
      ),
    ].join('\n');
  });
}

function shapesByLine(analysis: Analysis, range: Span): Map<number, string> {
  const shapes = new Map<number, string>();
  for (const [line, spots] of spotsByLine({ analysis, range, settings: DEFAULT_SETTINGS, answers: new Map() })) {
    const output = spots[spots.length - 1]?.observations[0]?.output;
    const text = output && outputText(output);
    if (text) shapes.set(line, text);
  }
  return shapes;
}

/** Whether what stands there now is what was run: half a statement is replaced by what stood there before. */
function isWhole({ module, trace }: Analysis, offset: number): boolean {
  const around = ({ start, length }: Item) => touches({ start, end: start + length }, offset);
  return module.items.some(
    (item) => around(item) && trace.module.items.includes(item) && item.statement.kind !== 'ErrorStatement',
  );
}

function shapeLines(rows: readonly Changed[]): string[] {
  if (rows.length === 0) return ['No shape changes.', ''];
  const widest = (texts: readonly (string | null)[]) => Math.max(...texts.map((text) => (text ?? 'none').length));
  const width = widest(rows.map(({ before }) => before));
  const other = widest(rows.map(({ after }) => after));
  const digits = String(Math.max(...rows.map(({ line }) => line + 1))).length;
  return [
    ...rows.map(
      ({ line, code, before, after }) =>
        `line ${String(line + 1).padStart(digits)}  ${(before ?? 'none').padEnd(width)} → ${(after ?? 'none').padEnd(other)}  ${code}`,
    ),
    '',
  ];
}

function problemLines(title: string, some: readonly Problem[], others: readonly Problem[], where: Analysis): string[] {
  const known = new Set(others.map(keyOf));
  const lines = some
    .filter((problem) => !known.has(keyOf(problem)))
    .map((problem) => {
      const line = where.lines.position(problem.span.start).line + 1;
      const message = withoutCodeSpans(messageOf(problem)).replaceAll('\n', '\n    ');
      return `${title}: ${problem.severity} in line ${line}, ${problem.code}\n    ${message}`;
    });
  return lines.length > 0 ? [...lines, ''] : [];
}

function keyOf({ code, what }: Problem): string {
  return `${code}: ${what}`;
}

function breaks(text: string): number {
  return text.split('\n').length - 1;
}
