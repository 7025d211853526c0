/** Physical lines and the characters that they are made of. */

import type { Comment } from './ast';

/** Where a physical line's first character stands that is no white space, and its column. */
export function indentation(text: string, lineStart: number, limit: number): { start: number; indent: number } {
  let indent = 0;
  let start = lineStart;
  for (; start < limit; start++) {
    const code = text.charCodeAt(start);
    if (code === 32) indent++;
    else if (code === 9) indent += 8 - (indent % 8);
    else if (code === 12) indent = 0;
    else if (code !== 0xfeff) break;
  }
  return { start, indent };
}

/** Offset of the line break at or behind an offset, or the limit. */
export function lineEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Offset behind the line break at an offset. */
export function behindLineEnd(text: string, at: number, limit: number): number {
  return Math.min(limit, text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1);
}

/** Reads the comment at an offset into `comments`; gives where it ends. */
export function readComment(text: string, start: number, limit: number, comments: Comment[]): number {
  const end = lineEnd(text, start, limit);
  comments.push({ start, end, text: text.slice(start, end) });
  return end;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

export function isCloser(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

export function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

export function isWordPart(code: number): boolean {
  return isWordStart(code) || (code >= 48 && code <= 57);
}
