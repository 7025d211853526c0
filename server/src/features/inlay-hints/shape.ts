/**
 * The shape at the end of each line that makes a tensor: `(None, 14, 14, 16)`, and `+3` where calls
 * of the function, or turns of the loop, give three others.
 */
import type { Analysis } from '../../analysis/analysis';
import { contextFilter } from '../../analysis/callers';
import { tellsAll } from '../../analysis/comments';
import { statementAt } from '../../analysis/nodes';
import { certainOf, dtypeText, isOperation, outputText, tensorsOf, whyUnknownOutput } from '../../analysis/observed';
import { originOf, sizeText } from '../../analysis/origins';
import { reasonText } from '../../analysis/reasons';
import type { Spot } from '../../analysis/sites';
import type { BindingRecord, ContextFrame, Observation } from '../../interpreter/trace';
import type { Place } from '../../shapes/reason';
import { hasRank } from '../../shapes/shape';
import { contains, type Span } from '../../text/span';
import { keptWith } from '../../values/once';
import { contextText, distinctShapes } from '../contexts';
import { code, escapeMarkdown, plural } from '../markdown';
import { commentEdit, shapeCommentOn } from '../shape-comments';
import { partsText, type ShapeFormat, type ShapePart, shapeParts } from '../shape-parts';
import type { HintQuestion, HintSource, HintTarget, InlayHint } from './hint';
import { CONTAINERS, isOfLine } from './line-value';

export const shapeHints: HintSource = {
  kind: 'shape',
  setting: 'shapes',
  isOfStatements: true,
  collect(question) {
    const { analysis, range } = question;
    const bindings = bindingsByLine(analysis, range);
    const spots = spotsByLine(question);
    const lines = new Set([...spots.keys(), ...bindings.keys()]);
    const isShown = contextFilter(analysis, question.callers);
    const { format } = question.settings.hints;
    return [...lines].flatMap((line) => {
      const bound = bindings.get(line) ?? [];
      const shown = (spots.get(line) ?? []).filter((spot) => !isWithin(spot, bound));
      const pieces =
        shown.length > 0
          ? shown.map((spot) => spotPiece(spot, isShown, format))
          : boundPieces(analysis, bound, isShown, format);
      return hintOf(analysis, line, pieces) ?? [];
    });
  },
};

type ContextTest = ((context: readonly ContextFrame[]) => boolean) | null;

/** The observations that count, of the calls that were chosen where some were. */
export function shownOf(observations: readonly Observation[], isShown: ContextTest): readonly Observation[] {
  const certain = certainOf(observations);
  const chosen = isShown ? certain.filter(({ context }) => isShown(context)) : certain;
  return chosen.length > 0 ? chosen : certain;
}

/** Whether a spot is only a part of what an assignment of the line puts into its names. */
function isWithin(spot: Spot, bound: readonly Bound[]): boolean {
  return bound.some(
    ({ span }) => contains(span, spot.span) && !(spot.span.start === span.start && spot.span.end === span.end),
  );
}

type LineQuestion = Pick<HintQuestion, 'analysis' | 'range' | 'settings' | 'answers'>;

/** Spots that are shown, by the line they end on; without those inside another one of the same line. */
export const spotsByLine: (question: LineQuestion) => ReadonlyMap<number, readonly Spot[]> = keptWith(spotsOfLines);

function spotsOfLines({ analysis, range, settings }: LineQuestion): ReadonlyMap<number, readonly Spot[]> {
  const lines = new Map<number, Spot[]>();
  for (const spot of analysis.sites.spotsIn(range)) {
    if (spot.span.end < range.start || spot.span.start > range.end) continue;
    if (!settings.hints.operations && spot.observations.every(isOperation)) continue;
    if (isRefused(analysis, spot) || !isOfLine(analysis, spot)) continue;
    const line = analysis.lines.position(spot.span.end).line;
    const there = lines.get(line);
    if (!there) lines.set(line, [spot]);
    // Spots come with outer ones first.
    else if (!there.some((outer) => contains(outer.span, spot.span))) there.push(spot);
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

/** What one expression, or one name of an assignment, shows of itself. */
interface Piece {
  readonly parts: readonly ShapePart[];
  /** As Keras prints it, for a comment. */
  readonly full: string;
  /** How many other shapes there are, and the first of their calls. */
  readonly others: number;
  readonly other: Place | null;
  readonly span: Span;
  readonly tooltip: (analysis: Analysis) => string;
}

function spotPiece(spot: Spot, isShown: ContextTest, format: ShapeFormat): Piece | null {
  const observations = shownOf(spot.observations, isShown);
  const shapes = distinctShapes(observations);
  const [first, second] = shapes;
  const output = first?.observations[0]?.output;
  const parts = output && shapeParts(output, format);
  if (!first || !parts) return null;
  return {
    parts,
    full: first.text,
    others: shapes.length - 1,
    other: second?.observations[0]?.context.findLast(({ call }) => call !== null)?.call ?? null,
    span: spot.span,
    tooltip: (analysis) => tooltip(analysis, observations),
  };
}

function hintOf(analysis: Analysis, line: number, all: readonly (Piece | null)[]): InlayHint | null {
  const pieces = all.filter((piece) => piece !== null);
  if (pieces.length === 0) return null;
  const parts = pieces.flatMap((piece, i): (ShapePart & { readonly call?: Place | null })[] => [
    ...(i > 0 ? [{ text: ', ', size: null }] : []),
    ...piece.parts,
    ...(piece.others > 0
      ? [
          { text: ' ', size: null },
          { text: `+${piece.others}`, size: null, call: piece.other },
        ]
      : []),
  ]);
  // The text is newer than what is shown of it.
  const statement = { start: analysis.lines.lineStart(line), end: analysis.lines.lineEnd(line) };
  const isOlder = pieces.some(({ span }) => analysis.isUnfinished(joinedSpan(span, statement)));
  if (isOlder) parts.push({ text: ' …', size: null });
  const [only] = pieces.length === 1 ? pieces : [];
  if (only && only.others === 0 && !isOlder && isToldBehind(analysis, line, only.parts)) return null;
  return {
    kind: 'shape',
    offset: lineEnd(analysis, line),
    label: partsText(parts),
    parts: parts.map(({ text }) => text),
    paddingLeft: true,
    edits: () => {
      const edit = only && only.others === 0 && !isOlder ? commentEdit(analysis, line, only.full) : null;
      return edit ? [edit] : [];
    },
    details: () => {
      const older = isOlder ? ['*What was known before the line was changed.*'] : [];
      return {
        tooltip: [...older, ...new Set(pieces.map((piece) => piece.tooltip(analysis)))].join('\n\n---\n\n'),
        parts: parts.map((part) => targetOf(analysis, part)),
      };
    },
  };
}

/** Whether a comment behind the line tells the one tensor's whole shape: nothing is left to show. */
function isToldBehind(analysis: Analysis, line: number, parts: readonly ShapePart[]): boolean {
  const told = shapeCommentOn(analysis, line);
  if (!told) return false;
  const tensors = new Set(parts.flatMap(({ size }) => size?.tensor ?? []));
  const [tensor] = tensors;
  return tensor !== undefined && tensors.size === 1 && hasRank(tensor.shape) && tellsAll(told.sizes, tensor.shape);
}

function joinedSpan(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function targetOf(analysis: Analysis, { size, call }: ShapePart & { readonly call?: Place | null }): HintTarget | null {
  if (call) {
    const span = analysis.span(call);
    return span && { span, tooltip: `another call, in line ${analysis.lines.position(span.start).line + 1}` };
  }
  const origin = size && originOf(analysis, size.tensor, size.axis);
  return origin && { span: origin.span, tooltip: `${code(sizeText(size.tensor, size.axis))} ${origin.text}` };
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

/**
 * Assignments that get a tensor from a function of the program (`x = block(x, 32)`), or something that
 * is not known from an expression with tensors in it: what is shown there is what the names get.
 */
function bindingsByLine(analysis: Analysis, range: Span): Map<number, Bound[]> {
  const lines = new Map<number, Map<number, BindingRecord[]>>();
  const spans = new Map<number, Span>();
  for (const record of analysis.itemsIn(range).flatMap((item) => analysis.recordsOf(item).bindings)) {
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

function boundPieces(
  analysis: Analysis,
  bound: readonly Bound[],
  isShown: ContextTest,
  format: ShapeFormat,
): (Piece | null)[] {
  return bound
    .filter(({ span }) => !analysis.sites.isRefusedAt(span))
    .flatMap(({ span, records }) => {
      const certain = records.filter((record) => !record.assumed);
      const sure = certain.length > 0 ? certain : records;
      const chosen = isShown ? sure.filter(({ context }) => isShown(context)) : sure;
      const byTarget = new Map<number, BindingRecord[]>();
      for (const record of chosen.length > 0 ? chosen : sure) {
        const { start } = record.site.place;
        byTarget.set(start, [...(byTarget.get(start) ?? []), record]);
      }
      return [...byTarget.values()].map((same) => boundPiece(span, same, format));
    });
}

function boundPiece(span: Span, records: readonly BindingRecord[], format: ShapeFormat): Piece | null {
  const texts = [...new Set(records.map(({ value }) => outputText(value)))].filter((text) => text !== null);
  const first = records.find(({ value }) => outputText(value) === texts[0]);
  const parts = first && shapeParts(first.value, format);
  const [full] = texts;
  if (!parts || full === undefined) return null;
  const other = records.find(({ value }) => outputText(value) === texts[1]);
  return {
    parts,
    full,
    others: texts.length - 1,
    other: other?.context.findLast(({ call }) => call !== null)?.call ?? null,
    span,
    tooltip: () => records.map(({ name, value }) => `${code(name)} is ${code(outputText(value) ?? '?')}`).join('\n\n'),
  };
}
