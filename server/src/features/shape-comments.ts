/** Shapes written into the code as comments. */
import type { Analysis } from '../analysis/analysis';
import { shapeComment } from '../analysis/comments';
import type { Edit } from '../text/edit';

/**
 * Writes a shape behind a line: a comment of its own, or in place of the shape that a comment there
 * tells. Null where another comment stands there, where the shape is not known, or stands there already.
 */
export function commentEdit(analysis: Analysis, line: number, shape: string): Edit | null {
  if (shape.includes('?')) return null;
  const { lines, text, module } = analysis;
  const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
  const comment = module.comments.find((one) => one.start >= start && one.start <= end);
  if (comment) {
    const told = shapeComment(comment);
    return !told || text.slice(told.span.start, told.span.end) === shape ? null : { ...told.span, newText: shape };
  }
  const at = start + text.slice(start, end).trimEnd().length;
  return { start: at, end, newText: `  # ${shape}` };
}
