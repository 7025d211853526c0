/** Which tensors a shape comment is about. */
import { type Dimension, isUnknown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import { contains, type Span } from '../text/span';
import type { TensorValue } from '../values/tensor';
import type { Analysis } from './analysis';
import { type Agreement, agreement, type ShapeComment } from './comments';
import { statementAt } from './nodes';
import { certainOf, tensorsOf } from './observed';
import type { Spot } from './sites';

/** An expression, and the tensors that it gave, in all contexts. */
export interface Subject {
  readonly span: Span;
  readonly tensors: readonly TensorValue[];
  /** Whether it was only made with parameters at their defaults. */
  readonly isAssumed: boolean;
}

export interface Subjects {
  /** Whether the comment stands behind code: it is about that line then. */
  readonly isTrailing: boolean;
  /** The line itself, or the nearest one above. */
  readonly own: Subject | null;
  /** The nearest line below, for a comment on a line of its own. */
  readonly next: Subject | null;
  /** Whether it stands as a heading: right above a line, and apart from what is above it. */
  readonly isHeading: boolean;
}

export function subjectsOf(told: ShapeComment, analysis: Analysis): Subjects {
  const { lines, text } = analysis;
  const line = lines.position(told.comment.start).line;
  const isTrailing = text.slice(lines.lineStart(line), told.comment.start).trim() !== '';
  if (isTrailing) return { isTrailing, own: endingOn(analysis, line), next: null, isHeading: false };
  const above = neighbour(analysis, line, -1);
  const below = neighbour(analysis, line, 1);
  return {
    isTrailing,
    own: above === null ? null : endingOn(analysis, above),
    next: below === null ? null : beginningOn(analysis, below),
    isHeading: below === line + 1 && above !== line - 1,
  };
}

/** One for each tensor; what is not known may agree. */
export function answersOf(told: ShapeComment, { tensors }: Subject): Agreement[] {
  return tensors.map(({ shape }) => (isFullyTold(shape) ? agreement(told.sizes, shape) : 'agrees'));
}

function isFullyTold(shape: TensorValue['shape']): shape is readonly Dimension[] {
  return hasRank(shape) && !shape.some(isUnknown);
}

/** The nearest line with code above or below, past blank lines and comments. */
function neighbour(analysis: Analysis, line: number, step: 1 | -1): number | null {
  const { lines, text } = analysis;
  for (let at = line + step; at >= 0 && at < lines.lineCount; at += step) {
    const content = text.slice(lines.lineStart(at), lines.lineEnd(at)).trim();
    if (content !== '' && !content.startsWith('#')) return at;
  }
  return null;
}

function endingOn(analysis: Analysis, line: number): Subject | null {
  const isHere = ({ span }: { span: Span }) => analysis.lines.position(span.end).line === line;
  return outermost([...boundOn(analysis, line), ...analysis.sites.spots.filter(isHere).map(subjectAt)]);
}

function beginningOn(analysis: Analysis, line: number): Subject | null {
  const isHere = ({ span }: { span: Span }) => analysis.lines.position(span.start).line === line;
  return outermost(analysis.sites.spots.filter(isHere).map(subjectAt));
}

function subjectAt({ span, observations }: Spot): Subject {
  const certain = certainOf(observations);
  return {
    span,
    tensors: certain.flatMap((observation) => tensorsOf(observation.output)),
    isAssumed: certain.every(({ assumed }) => assumed),
  };
}

/** What stands in no other expression: where that are several side by side (`a, b = f(x), g(x)`), any of them is meant. */
function outermost(subjects: readonly Subject[]): Subject | null {
  const [last, ...others] = [...subjects].sort((a, b) => b.span.end - a.span.end || a.span.start - b.span.start);
  if (!last) return null;
  const beside = others.filter(({ span }) => !subjects.some((one) => one.span !== span && contains(one.span, span)));
  const all = [last, ...beside];
  return {
    span: last.span,
    tensors: all.flatMap(({ tensors }) => tensors),
    isAssumed: all.every(({ isAssumed }) => isAssumed),
  };
}

/** What an assignment on a line got from a function of the program. */
function boundOn(analysis: Analysis, line: number): Subject[] {
  const found = new Map<number, { span: Span; tensors: TensorValue[]; isAssumed: boolean }>();
  const range = { start: analysis.lines.lineStart(line), end: analysis.lines.lineEnd(line) };
  const bindings = analysis.itemsIn(range).flatMap((item) => analysis.recordsOf(item).bindings);
  for (const { site, value, assumed } of bindings) {
    const tensors = tensorsOf(value);
    const at = tensors.length > 0 ? analysis.span(site.place) : null;
    if (!at || analysis.lines.position(at.start).line > line) continue;
    const statement = statementAt(site.item.statement, site.place.start, site.place.end);
    if (statement?.kind !== 'Assign' || statement.value.kind !== 'Call') continue;
    const span = analysis.span({ ...site.place, start: statement.value.start, end: statement.value.end });
    if (!span || analysis.lines.position(span.end).line !== line) continue;
    const there = found.get(span.start) ?? { span, tensors: [], isAssumed: true };
    there.tensors.push(...tensors);
    there.isAssumed &&= assumed;
    found.set(span.start, there);
  }
  return [...found.values()];
}
