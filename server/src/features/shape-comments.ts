/** Shapes written into the code as comments. */
import type { Analysis } from '../analysis/analysis';
import { type ShapeComment, shapeComment } from '../analysis/comments';
import type { Comment } from '../python/ast';
import type { Edit } from '../text/edit';
import { firstIndex } from '../text/first-index';

/**
 * Writes a shape behind a line: a comment of its own, or in place of the shape that a comment there
 * tells. Null where another comment stands there, where the shape is not known, or stands there already.
 */
export function commentEdit(analysis: Analysis, line: number, shape: string): Edit | null {
  if (shape.includes('?')) return null;
  const { lines, text } = analysis;
  const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
  const comment = commentOn(analysis, line);
  if (comment) {
    const told = shapeComment(comment);
    return !told || text.slice(told.span.start, told.span.end) === shape ? null : { ...told.span, newText: shape };
  }
  const at = start + text.slice(start, end).trimEnd().length;
  return { start: at, end, newText: `  # ${shape}` };
}

/** The shape that a comment behind a line tells. */
export function shapeCommentOn(analysis: Analysis, line: number): ShapeComment | null {
  const comment = commentOn(analysis, line);
  return comment && shapeComment(comment);
}

function commentOn({ lines, module, text }: Analysis, line: number): Comment | null {
  const start = lines.lineStart(line);
  // Gathering the comments of the whole file takes long, and most lines have none.
  if (!text.slice(start, lines.lineEnd(line)).includes('#')) return null;
  const { comments } = module;
  const found = comments[firstIndex(comments.length, (i) => (comments[i] as Comment).start >= start)];
  return found && found.start <= lines.lineEnd(line) ? found : null;
}
