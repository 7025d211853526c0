/** A comment that tells another shape than the tensor beside it has. */
import type { Analysis } from '../analysis/analysis';
import { type Agreement, agreement, type ShapeComment, shapeComment } from '../analysis/comments';
import { certainOf, tensorsOf } from '../analysis/observed';
import type { Spot } from '../analysis/sites';
import { type Dimension, formatDimension, isKnown, isUnknown } from '../shapes/dimension';
import { formatShape, hasRank } from '../shapes/shape';
import type { Problem, Rule } from './rule';

const code = 'shape-comment';

export const shapeCommentRule: Rule = {
  code,
  level: 'warning',
  title: 'A comment that contradicts the shape',
  page: {
    what: 'A comment tells a shape, and the tensor that it stands beside (or behind) has another one.',
    why: 'Such comments are written once and stay when the layers above change.',
    next: 'Correct the comment, or the layers if the comment says what is meant.',
    wrong: 'x = keras.Input(shape=(28, 28, 1))\nx = layers.MaxPooling2D(2)(x)  # (7, 7, 1)',
    right: 'x = keras.Input(shape=(28, 28, 1))\nx = layers.MaxPooling2D(2)(x)  # (14, 14, 1)',
  },
  check: (analysis) =>
    analysis.module.comments.flatMap((comment) => {
      const told = shapeComment(comment);
      const spot = told && contradicted(told, analysis);
      return told && spot ? [problemOf(told, spot, analysis)] : [];
    }),
};

/** The tensor that a comment is surely about and does not tell right. */
function contradicted(told: ShapeComment, analysis: Analysis): Spot | null {
  const { lines, text } = analysis;
  const line = lines.position(told.comment.start).line;
  const isTrailing = text.slice(lines.lineStart(line), told.comment.start).trim() !== '';
  if (isTrailing) {
    const spot = outermost(analysis.sites.spots.filter((one) => lines.position(one.span.end).line === line));
    return spot && contradicts(told, spot) ? spot : null;
  }
  const before = spotEndingOn(analysis, neighbour(analysis, line, -1));
  const nextLine = neighbour(analysis, line, 1);
  const after = nextLine === null ? null : spotBeginningOn(analysis, nextLine);
  if (!before || !contradicts(told, before)) return null;
  // A comment may as well be about what comes next: only what fits neither is wrong.
  if (after && answers(told, after).includes('agrees')) return null;
  const isAboutNext = nextLine === line + 1 && neighbour(analysis, line, -1) !== line - 1;
  return isAboutNext && !after ? null : before;
}

/** Whether no tensor that the spot ever made has the told shape, though one might. */
function contradicts(told: ShapeComment, spot: Spot): boolean {
  const found = answers(told, spot);
  return found.length > 0 && found.every((answer) => answer === 'contradicts');
}

/** One for each tensor; what is not known may agree. */
function answers(told: ShapeComment, { observations }: Spot): Agreement[] {
  const tensors = certainOf(observations).flatMap((observation) => tensorsOf(observation.output));
  return tensors.map(({ shape }) =>
    hasRank(shape) && !shape.some(isUnknown) ? agreement(told.sizes, shape) : 'agrees',
  );
}

function outermost(spots: readonly Spot[]): Spot | null {
  return [...spots].sort((a, b) => b.span.end - a.span.end || a.span.start - b.span.start)[0] ?? null;
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

function spotEndingOn(analysis: Analysis, line: number | null): Spot | null {
  if (line === null) return null;
  return outermost(analysis.sites.spots.filter((spot) => analysis.lines.position(spot.span.end).line === line));
}

function spotBeginningOn(analysis: Analysis, line: number): Spot | null {
  return outermost(analysis.sites.spots.filter((spot) => analysis.lines.position(spot.span.start).line === line));
}

function problemOf(told: ShapeComment, spot: Spot, analysis: Analysis): Problem {
  const [tensor] = certainOf(spot.observations).flatMap((observation) => tensorsOf(observation.output));
  const shape = tensor && hasRank(tensor.shape) ? tensor.shape : [];
  const corrected = textLike(told, shape);
  const line = analysis.lines.position(spot.span.start).line + 1;
  const written = analysis.text.slice(told.span.start, told.span.end);
  return {
    code,
    severity: 'warning',
    span: told.span,
    what: `the comment says \`${written}\`, and the tensor of line ${line} is \`${formatShape(shape)}\``,
    next: `correct the comment to \`${corrected}\`, or the layers if it says what is meant`,
    related: [{ span: spot.span, message: `gives ${formatShape(shape)}` }],
    fixes: [{ title: `Change the comment to \`${corrected}\``, edits: [{ ...told.span, newText: corrected }] }],
  };
}

/** The true shape in the comment's form: with the batch only where the comment has it. */
function textLike(told: ShapeComment, shape: readonly Dimension[]): string {
  const sizes = told.sizes.length === shape.length ? shape : shape.slice(1);
  const kept = sizes.map((size, i) => (isKnown(size) ? size : (told.sizes[i] ?? formatDimension(size))));
  return `(${kept.join(', ')}${kept.length === 1 ? ',' : ''})`;
}
