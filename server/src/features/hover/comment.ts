/** The page of a comment that tells a shape: what it is about, and whether it is right. */
import type { Analysis } from '../../analysis/analysis';
import { answersOf, type Subject, subjectsOf } from '../../analysis/comment-subjects';
import { type ShapeComment, shapeComment, toldPart } from '../../analysis/comments';
import { formatDimension, isKnown } from '../../shapes/dimension';
import { formatShape, hasRank } from '../../shapes/shape';
import { type Span, touches } from '../../text/span';
import { code } from '../markdown';

export function commentPage(analysis: Analysis, offset: number): { span: Span; markdown: string } | null {
  for (const comment of analysis.module.comments) {
    if (!touches(comment, offset)) continue;
    const told = shapeComment(comment);
    if (!told || !touches(told.span, offset)) return null;
    const subject = meant(analysis, told);
    return subject && { span: told.span, markdown: pageOf(analysis, told, subject) };
  }
  return null;
}

/** What the comment agrees with, else what it stands beside. */
function meant(analysis: Analysis, told: ShapeComment): Subject | null {
  const { own, next } = subjectsOf(told, analysis);
  const fits = (subject: Subject | null) => subject !== null && answersOf(told, subject).includes('agrees');
  return !fits(own) && fits(next) ? next : own;
}

function pageOf(analysis: Analysis, told: ShapeComment, subject: Subject): string {
  const [tensor] = subject.tensors;
  const written = code(analysis.text.slice(told.span.start, told.span.end));
  const line = analysis.lines.position(subject.span.start).line + 1;
  if (!tensor) return `${written} tells a shape`;
  const answers = answersOf(told, subject);
  const verdict = answers.includes('agrees')
    ? 'agrees with'
    : answers.includes('contradicts')
      ? 'contradicts'
      : 'has another number of axes than';
  const blocks = [`${written} ${verdict} the tensor of line ${line}: ${code(formatShape(tensor.shape))}`];
  const part = hasRank(tensor.shape) ? toldPart(told.sizes, tensor.shape) : null;
  const names = told.sizes.flatMap((name, i) => {
    const size = part?.[i];
    return typeof name === 'string' && size !== undefined && isKnown(size)
      ? [`${code(name)} is ${code(formatDimension(size))}`]
      : [];
  });
  if (names.length > 0) blocks.push([...new Set(names)].join(', '));
  return blocks.join('\n\n');
}
