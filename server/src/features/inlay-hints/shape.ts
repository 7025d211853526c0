/**
 * The shape at the end of each line that makes a tensor: `(None, 14, 14, 16)`, and `+3` where calls
 * of the function, or turns of the loop, give three others.
 */
import type { Analysis } from '../../analysis/analysis';
import { statementAt } from '../../analysis/nodes';
import { certainOf, dtypeText, isOperation, outputText, tensorsOf, whyUnknownOutput } from '../../analysis/observed';
import { reasonText } from '../../analysis/reasons';
import type { Spot } from '../../analysis/sites';
import type { BindingRecord, Observation } from '../../interpreter/trace';
import { contains, type Span } from '../../text/span';
import { contextText, distinctShapes } from '../contexts';
import { code, escapeMarkdown, plural } from '../markdown';
import type { Settings } from '../settings';
import type { HintSource, InlayHint } from './hint';

export const shapeHints: HintSource = {
  kind: 'shape',
  setting: 'shapes',
  collect(analysis, range, settings) {
    const bindings = bindingsByLine(analysis, range);
    const spots = spotsByLine(analysis, range, settings);
    const lines = new Set([...spots.keys(), ...bindings.keys()]);
    return [...lines].flatMap((line) => {
      const bound = bindings.get(line) ?? [];
      const shown = (spots.get(line) ?? []).filter((spot) => !isWithin(spot, bound));
      return (shown.length > 0 ? lineHint(analysis, line, shown) : bindingHint(analysis, line, bound)) ?? [];
    });
  },
};

/** Whether a spot is only a part of what an assignment of the line puts into its names. */
function isWithin(spot: Spot, bound: readonly Bound[]): boolean {
  return bound.some(
    ({ span }) => contains(span, spot.span) && !(spot.span.start === span.start && spot.span.end === span.end),
  );
}

/** Spots that are shown, by the line they end on; without those inside another one of the same line. */
export function spotsByLine(analysis: Analysis, range: Span, settings: Settings): Map<number, Spot[]> {
  const lines = new Map<number, Spot[]>();
  for (const spot of analysis.sites.spots) {
    if (spot.span.end < range.start || spot.span.start > range.end) continue;
    if (!settings.hints.operations && spot.observations.every(isOperation)) continue;
    if (isRefused(analysis, spot)) continue;
    const line = analysis.lines.position(spot.span.end).line;
    const there = lines.get(line) ?? [];
    // Spots come with outer ones first.
    if (there.some((outer) => contains(outer.span, spot.span))) continue;
    lines.set(line, [...there, spot]);
  }
  return lines;
}

/** Whether Keras refuses it, wherever the layer that is shown there was called. */
function isRefused(analysis: Analysis, spot: Spot): boolean {
  return (
    analysis.sites.isRefused(spot.site) ||
    spot.observations.every(
      (observation) => analysis.sites.isRefused(observation.site) && observation.throughModel !== true,
    )
  );
}

function lineHint(analysis: Analysis, line: number, spots: readonly Spot[]): InlayHint | null {
  const labels: string[] = [];
  const tooltips: string[] = [];
  for (const spot of spots) {
    const observations = certainOf(spot.observations);
    const shapes = distinctShapes(observations);
    const first = shapes[0];
    if (!first) continue;
    labels.push(shapes.length > 1 ? `${first.text} +${shapes.length - 1}` : first.text);
    tooltips.push(tooltip(analysis, observations));
  }
  if (labels.length === 0) return null;
  return {
    kind: 'shape',
    offset: lineEnd(analysis, line),
    label: labels.join(', '),
    tooltip: tooltips.join('\n\n---\n\n'),
    paddingLeft: true,
  };
}

function tooltip(analysis: Analysis, observations: readonly Observation[]): string {
  const first = observations[0] as Observation;
  const lines = [headline(first)];
  const shapes = distinctShapes(observations);
  if (shapes.length > 1) {
    const rows = observations.slice(0, MOST_CONTEXTS).map((observation) => {
      const where = contextText(analysis, observation.context);
      return `- ${code(outputText(observation.output) ?? '?')}${where ? ` in ${escapeMarkdown(where)}` : ''}`;
    });
    if (observations.length > MOST_CONTEXTS) rows.push(`- and ${observations.length - MOST_CONTEXTS} more`);
    lines.push(rows.join('\n'));
  }
  const reason = whyUnknownOutput(first.output);
  if (reason) lines.push(`${code('?')}: ${escapeMarkdown(reasonText(analysis, reason))}`);
  if (first.assumed) lines.push('Nobody calls this function here: its parameters are taken at their defaults.');
  return lines.join('\n\n');
}

const MOST_CONTEXTS = 20;

function headline(observation: Observation): string {
  const { callee, output, parameters } = observation;
  const parts = [`**${escapeMarkdown(callee)}** gives ${code(outputText(output) ?? '?')}`];
  const dtype = dtypeText(output);
  if (dtype && dtype !== '?') parts.push(dtype);
  if (parameters !== null && parameters > 0) parts.push(plural(parameters, 'parameter'));
  return parts.join(' · ');
}

/** The end of a line's text, without the blanks at its end. */
export function lineEnd(analysis: Analysis, line: number): number {
  const start = analysis.lines.lineStart(line);
  const text = analysis.text.slice(start, analysis.lines.lineEnd(line));
  return start + text.trimEnd().length;
}

// ---------------------------------------------------------------- what assignments get by other ways

/** What an assignment got whose value no call of a layer or op gives as it stands. */
interface Bound {
  /** The value's expression. */
  readonly span: Span;
  readonly records: readonly BindingRecord[];
}

/** Kinds of expressions whose parts are what the names get: their shapes are shown as the parts'. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'Tuple',
  'List',
  'Set',
  'Dict',
  'Starred',
  'NamedExpr',
  'Lambda',
  'Comprehension',
]);

/**
 * Assignments that get a tensor from a function of the program (`x = block(x, 32)`), or something that
 * is not known from an expression with tensors in it: what is shown there is what the names get.
 */
function bindingsByLine(analysis: Analysis, range: Span): Map<number, Bound[]> {
  const lines = new Map<number, Map<number, BindingRecord[]>>();
  const spans = new Map<number, Span>();
  for (const record of analysis.trace.bindings) {
    if (record.value.kind !== 'unknown' && tensorsOf(record.value).length === 0) continue;
    const { place, item } = record.site;
    const at = analysis.span(place);
    if (!at || at.end < range.start || at.start > range.end) continue;
    const statement = statementAt(item.statement, place.start, place.end);
    if (statement?.kind !== 'Assign' || CONTAINERS.has(statement.value.kind) || statement.value.kind === 'Name')
      continue;
    const value = analysis.span({ ...place, start: statement.value.start, end: statement.value.end });
    if (!value || analysis.sites.spotAt(value)) continue;
    const line = analysis.lines.position(value.end).line;
    const there = lines.get(line) ?? new Map<number, BindingRecord[]>();
    lines.set(line, there);
    there.set(value.start, [...(there.get(value.start) ?? []), record]);
    spans.set(value.start, value);
  }
  return new Map(
    [...lines].map(([line, there]) => [
      line,
      [...there].map(([start, records]) => ({ span: spans.get(start) as Span, records })),
    ]),
  );
}

function bindingHint(analysis: Analysis, line: number, bound: readonly Bound[]): InlayHint | null {
  const shown = bound
    .filter(({ span }) => !analysis.sites.isRefusedAt(span))
    .flatMap(({ records }) => {
      const certain = records.filter((record) => !record.assumed);
      return certain.length > 0 ? certain : records;
    });
  const byTarget = new Map<number, Set<string>>();
  for (const { site, value } of shown) {
    const text = outputText(value);
    if (text !== null) byTarget.set(site.place.start, (byTarget.get(site.place.start) ?? new Set()).add(text));
  }
  const labels = [...byTarget.values()].map((texts) => {
    const [first] = texts;
    return texts.size > 1 ? `${first} +${texts.size - 1}` : `${first}`;
  });
  if (labels.length === 0) return null;
  return {
    kind: 'shape',
    offset: lineEnd(analysis, line),
    label: labels.join(', '),
    tooltip: shown.map(({ name, value }) => `${code(name)} is ${code(outputText(value) ?? '?')}`).join('\n\n'),
    paddingLeft: true,
  };
}
