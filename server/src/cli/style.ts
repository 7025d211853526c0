/** Colours and frames of code on a terminal. */
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

const plain = (text: string) => text;
export const PLAIN: Style = { bold: plain, dim: plain, red: plain, yellow: plain, blue: plain, green: plain };

const ansi = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
export const COLOURED: Style = {
  bold: ansi(1, 22),
  dim: ansi(2, 22),
  red: ansi(31, 39),
  yellow: ansi(33, 39),
  blue: ansi(34, 39),
  green: ansi(32, 39),
};

/**
 * The lines around a span, numbered, with carets under it:
 *
 * ```text
 *   3 | x = Input((26, 26, 32))
 * > 4 | y = Conv2D(8, 40)(x)
 *     |            ^^
 * ```
 */
export function codeFrame(
  text: string,
  lines: LineIndex,
  span: Span,
  style: Style,
  mark: (text: string) => string,
): string {
  const from = lines.position(span.start);
  const to = lines.position(span.end);
  const first = Math.max(0, from.line - 1);
  const last = Math.min(lines.lineCount - 1, Math.min(to.line, from.line + 5) + 1);
  const width = String(last + 1).length;
  const result: string[] = [];
  for (let line = first; line <= last; line++) {
    const content = text.slice(lines.lineStart(line), lines.lineEnd(line));
    const isMarked = line >= from.line && line <= to.line;
    if (!isMarked && content.trim() === '') continue;
    const gutter = `${String(line + 1).padStart(width)} | `;
    result.push(`${isMarked ? mark('>') : ' '} ${style.dim(gutter)}${expand(content)}`.trimEnd());
    if (!isMarked) continue;
    const indent = content.length - content.trimStart().length;
    const start = line === from.line ? from.column : indent;
    const end = line === to.line ? to.column : content.trimEnd().length;
    if (end <= start && from.line !== to.line) continue;
    const before = expand(content.slice(0, start)).length;
    const length = Math.max(1, expand(content.slice(0, end)).length - before);
    result.push(`  ${style.dim(`${' '.repeat(width)} | `)}${' '.repeat(before)}${mark('^'.repeat(length))}`);
  }
  return result.join('\n');
}

/** Tabs are as wide as four blanks, so that carets stand where they should. */
function expand(text: string): string {
  return text.replaceAll('\t', '    ');
}
