/** Changes of a text. */
import type { Span } from './span';

/** One replacement. Edits of one list name offsets of the text before any of them, and do not overlap. */
export interface Edit extends Span {
  readonly newText: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of ordered) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
