/**
 * A table as the Python library `rich` draws it on a terminal without colours: heavy head, lines
 * between rows, words wrapped, what is too long for a column cut with an ellipsis.
 */
export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Characters of its content, before the table is fitted into its width. */
  readonly width: number;
}

/** Spaces left and right of each cell's content. */
const PADDING = 2;

export function drawTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const widths = fitted(
    columns.map((column) => column.width + PADDING),
    width - columns.length - 1,
  );
  const line = (left: string, fill: string, between: string, right: string): string =>
    left + widths.map((w) => fill.repeat(w)).join(between) + right;
  const cells = (content: readonly string[], edge: string, atBottom = false): string[] => {
    const wrapped = columns.map((column, i) =>
      wrap(content[i] ?? '', Math.max(0, (widths[i] as number) - PADDING), column.align),
    );
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => {
      const texts = wrapped.map((lines, i) => {
        const text = lines[atBottom ? row - height + lines.length : row];
        return ` ${text ?? ' '.repeat((widths[i] as number) - PADDING)} `;
      });
      return edge + texts.join(edge) + edge;
    });
  };
  const body = rows.flatMap((row, i) => [...(i > 0 ? [line('├', '─', '┼', '┤')] : []), ...cells(row, '│')]);
  return [
    line('┏', '━', '┳', '┓'),
    ...cells(
      columns.map((column) => column.title),
      '┃',
      true,
    ),
    line('┡', '━', '╇', '┩'),
    ...body,
    line('└', '─', '┴', '┘'),
  ];
}

/** Widths that fit: what is too much is taken off evenly (`ratio_reduce` with equal ratios). */
function fitted(wanted: readonly number[], most: number): number[] {
  const capped = wanted.map((width) => Math.min(width, most));
  let excess = capped.reduce((sum, width) => sum + width, 0) - most;
  if (excess <= 0) return capped;
  let left = capped.length;
  return capped.map((width) => {
    const taken = Math.min(width, halfEven(excess / left));
    excess -= taken;
    left -= 1;
    return width - taken;
  });
}

/** Python's `round`. */
function halfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** Lines of exactly `width` characters: words are kept whole, a word that is too long is cut. */
function wrap(text: string, width: number, align: TableColumn['align']): string[] {
  const lines: string[] = [];
  let start = 0;
  let used = 0;
  for (const match of text.matchAll(/(?:^\s+)?\S+\s*/g)) {
    const word = match[0];
    const at = match.index;
    const length = word.trimEnd().length;
    if (width - used >= length) used += word.length;
    else {
      if (at > start && (length > width || used > 0)) {
        lines.push(text.slice(start, at));
        start = at;
      }
      used = word.length;
    }
  }
  lines.push(text.slice(start));
  return lines.map((line) => place(cut(line.trimEnd(), width), width, align));
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line;
}

function place(line: string, width: number, align: TableColumn['align']): string {
  if (align === 'left') return line.padEnd(width);
  if (align === 'right') return line.padStart(width);
  const left = Math.floor((width - line.length) / 2);
  return line.padStart(line.length + left).padEnd(width);
}
