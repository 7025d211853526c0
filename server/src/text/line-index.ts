/** Offsets to lines and columns, and back. */
import { changedStretch } from './changed-stretch';
import { firstIndex } from './first-index';

/** A place in a text: both count from 0, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the lines of a text begin. Lines end with `\n`, `\r\n` or a lone `\r`, as LSP has it.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  /** @param older of a text that differs little: what both share is not looked through again */
  constructor(
    readonly text: string,
    older?: LineIndex,
  ) {
    const starts = [0];
    if (older && !older.text.includes('\r') && !text.includes('\r')) {
      this.starts = startsAfter(older.text, older.starts, text);
      return;
    }
    if (text.includes('\r')) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
      }
    } else {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The place of an offset; one outside the text is taken to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - (this.starts[low] as number) };
  }

  /** The offset of a place; one outside the text or behind its line's end is taken to the nearest inside. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.text.length;
    return Math.min((this.starts[position.line] as number) + Math.max(0, position.column), this.lineEnd(position.line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset behind a line's last character, before its line break. */
  lineEnd(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      end -= 1;
      if (end > this.lineStart(line) && this.text[end] === '\n' && this.text[end - 1] === '\r') end -= 1;
    }
    return end;
  }
}

/** Where the lines of an edited text begin, from those of the text before; both have no line ends but `\n`. */
function startsAfter(olderText: string, older: readonly number[], text: string): number[] {
  const stretch = changedStretch(olderText, text);
  // A line begins behind its line break: breaks before the stretch and behind it are the same.
  const kept = firstIndex(older.length, (i) => (older[i] as number) > stretch.older.start);
  const next = firstIndex(older.length, (i) => (older[i] as number) > stretch.older.end);
  const own: number[] = [];
  const { start, end } = stretch.newer;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) own.push(at + 1);
  // A list that grows is copied again and again.
  const starts = new Array<number>(kept + own.length + older.length - next);
  for (let i = 0; i < kept; i++) starts[i] = older[i] as number;
  for (let i = 0; i < own.length; i++) starts[kept + i] = own[i] as number;
  const moved = end - stretch.older.end;
  const from = kept + own.length - next;
  for (let i = next; i < older.length; i++) starts[from + i] = (older[i] as number) + moved;
  return starts;
}
