/**
 * Reads one logical line of Python: brackets, strings and comments, as CPython's tokenizer has them. Lines are where
 * half-typed code can be told from finished code without a grammar.
 */

import type { Comment } from './ast';

export interface LogicalLine {
  /** Offset of the first token. */
  readonly start: number;
  /** Column of the first token; tabs go to the next multiple of 8. */
  readonly indent: number;
  /** Offset behind the last token. */
  readonly end: number;
  /** Offset of the physical line that follows. */
  readonly next: number;
  /** The furthest that the reader has looked to tell all this. */
  readonly reach: number;
  /** Brackets or strings that are not closed in it, or closed without being open. */
  readonly isBroken: boolean;
  /** What would close them: nothing unless the line is broken. */
  readonly insertions: readonly Insertion[];
  /** Closing brackets that close nothing. */
  readonly strays: readonly number[];
}

/** Text to think of as standing before the character at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A bracket that is open, or an f-string with one of its replacement fields open. */
interface Open {
  readonly at: number;
  readonly closer: string;
  /** Indentation of the physical line that it stands in. */
  readonly indent: number;
  /** Set in a replacement field: the string around it. */
  readonly string: StringStart | undefined;
}

interface StringStart {
  readonly at: number;
  readonly quote: string;
  readonly isFormatted: boolean;
  readonly isRaw: boolean;
}

const OPENERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Keywords that begin a statement and cannot stand in an expression: in an open bracket they show that it was left open. */
const STATEMENT_KEYWORD =
  /^(?:assert|break|class|continue|def|del|except|finally|global|import|nonlocal|pass|raise|return|try|while|with)\b/;

const STRING_PREFIX = /^(?:[rubft]|br|rb|fr|rf|tr|rt|ur)$/i;

export class LineReader {
  /** Brackets that were found to stay open: what begins inside them need not look again. */
  private readonly leftOpen = new Set<number>();

  /**
   * @param text the whole text
   * @param limit where reading ends: the end of the text, or of a notebook's cell
   */
  constructor(
    readonly text: string,
    readonly limit: number,
  ) {}

  /**
   * The logical line whose physical line begins at `lineStart`, comments and blank lines before it skipped; undefined
   * at the end. Comments passed on the way go to `comments`.
   */
  read(lineStart: number, comments: Comment[]): LogicalLine | undefined {
    let at = lineStart;
    while (at < this.limit) {
      const { start, indent } = this.indentation(at);
      const char = this.text[start];
      if (start < this.limit && char === '#') {
        const end = this.lineEnd(start);
        comments.push({ start, end, text: this.text.slice(start, end) });
        at = this.behindLineEnd(end);
      } else if (start >= this.limit || char === '\n' || char === '\r') {
        at = this.behindLineEnd(start);
      } else {
        return this.readFrom(start, indent, comments);
      }
    }
    return undefined;
  }

  private readFrom(start: number, indent: number, comments: Comment[]): LogicalLine {
    const strict = new Reading(this.text, this.limit, this.leftOpen, start, indent, true);
    const line = strict.run();
    if (!line.isBroken) {
      comments.push(...strict.comments);
      return line;
    }
    const lenient = new Reading(this.text, this.limit, this.leftOpen, start, indent, false);
    const repaired = lenient.run();
    comments.push(...lenient.comments);
    return { ...repaired, isBroken: true, reach: Math.max(line.reach, repaired.reach) };
  }

  private indentation(lineStart: number): { start: number; indent: number } {
    return indentation(this.text, lineStart, this.limit);
  }

  private lineEnd(at: number): number {
    return lineEnd(this.text, at, this.limit);
  }

  private behindLineEnd(at: number): number {
    return behindLineEnd(this.text, at, this.limit);
  }
}

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

export function lineEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
    end++;
  }
  return end;
}

export function behindLineEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return limit;
  return text[at] === '\r' && text[at + 1] === '\n' && at + 1 < limit ? at + 2 : at + 1;
}

/**
 * One reading of a line. Strictly: brackets stay open until they are closed, and the first fault ends it. Leniently:
 * a bracket ends before a line that is indented no deeper than the one that opened it and does not begin with a closing
 * bracket; a string ends with its line.
 */
class Reading {
  readonly comments: Comment[] = [];
  private readonly stack: Open[] = [];
  private readonly insertions: Insertion[] = [];
  private readonly strays: number[] = [];
  private at: number;
  private end: number;
  private lineIndent: number;
  private isBroken = false;
  private reach = 0;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly leftOpen: Set<number>,
    private readonly start: number,
    private readonly indent: number,
    private readonly isStrict: boolean,
  ) {
    this.at = start;
    this.end = start;
    this.lineIndent = indent;
  }

  run(): LogicalLine {
    while (this.at < this.limit && !(this.isStrict && this.isBroken)) {
      if (!this.step()) break;
    }
    if (this.stack.length > 0) this.fault();
    if (!this.isStrict) this.closeAll();
    const { start, indent, end, at, insertions, strays, isBroken } = this;
    return { start, indent, end, next: at, reach: Math.max(this.reach, at), isBroken, insertions, strays };
  }

  /** Reads a token, or what stands between two; false at the end of the logical line. */
  private step(): boolean {
    const { text } = this;
    const code = text.charCodeAt(this.at);
    if (isWordStart(code)) {
      this.word();
      return true;
    }
    switch (code) {
      case 32:
      case 9:
      case 12:
        this.at++;
        return true;
      case 10:
      case 13:
        return this.newline();
      case 35: {
        const end = lineEnd(text, this.at, this.limit);
        this.comments.push({ start: this.at, end, text: text.slice(this.at, end) });
        this.at = end;
        return true;
      }
      case 92: {
        // A backslash joins lines.
        const next = text.charCodeAt(this.at + 1);
        this.at = next === 10 || next === 13 ? behindLineEnd(text, this.at + 1, this.limit) : this.at + 1;
        if (next !== 10 && next !== 13) this.end = this.at;
        return true;
      }
      case 34:
      case 39:
        this.string('');
        return true;
      case 40:
      case 91:
      case 123:
        this.open();
        return true;
      case 41:
      case 93:
      case 125:
        this.close();
        return true;
      case 58:
        this.colon();
        return true;
      default:
        this.at++;
        this.end = this.at;
        return true;
    }
  }

  private word(): void {
    const { text } = this;
    const start = this.at;
    let at = start + 1;
    while (at < this.limit && isWordPart(text.charCodeAt(at))) at++;
    this.at = at;
    this.end = at;
    const code = text.charCodeAt(at);
    if ((code === 34 || code === 39) && at < this.limit && at - start <= 2) {
      const prefix = text.slice(start, at);
      if (STRING_PREFIX.test(prefix)) this.string(prefix);
    }
  }

  private open(): void {
    const { at } = this;
    if (this.isStrict && this.leftOpen.has(at)) this.fault();
    this.stack.push({ at, closer: OPENERS[this.text.charAt(at)] ?? '', indent: this.lineIndent, string: undefined });
    this.at++;
    this.end = this.at;
  }

  private close(): void {
    const { at } = this;
    const closer = this.text.charAt(at);
    const top = this.stack[this.stack.length - 1];
    if (top?.closer !== closer) {
      this.fault();
      const opened = this.stack.findLastIndex((open) => open.closer === closer);
      const string = this.stack.findLastIndex((open) => open.string !== undefined);
      if (opened === -1 || opened < string) {
        this.strays.push(at);
        this.at++;
        this.end = this.at;
        return;
      }
      while (this.stack.length > opened + 1) this.closeTop();
    }
    const open = this.stack.pop();
    this.at++;
    this.end = this.at;
    if (open?.string !== undefined) this.stringText(open.string);
  }

  /** In a replacement field, a colon begins the format specification. */
  private colon(): void {
    const top = this.stack[this.stack.length - 1];
    this.at++;
    this.end = this.at;
    if (top?.string !== undefined) this.stringText(top.string, true);
  }

  private string(prefix: string): void {
    const { text } = this;
    const quote = text.charAt(this.at);
    const isTriple = text.startsWith(quote.repeat(3), this.at);
    const start: StringStart = {
      at: this.at,
      quote: isTriple ? quote.repeat(3) : quote,
      isFormatted: /[ft]/i.test(prefix),
      isRaw: /r/i.test(prefix),
    };
    this.at += start.quote.length;
    this.end = this.at;
    this.stringText(start);
  }

  /** Reads the text of a string up to its end, or to a replacement field, which is read like code. */
  private stringText(string: StringStart, isSpecification = false): void {
    const { text, limit } = this;
    const isTriple = string.quote.length === 3;
    let at = this.at;
    while (at < limit) {
      const char = text.charAt(at);
      if (char === '\\') {
        const named = string.isFormatted && !string.isRaw && text.startsWith('\\N{', at);
        const close = named ? text.indexOf('}', at) : -1;
        if (close !== -1 && close < lineEnd(text, at, limit)) at = close + 1;
        else at = text[at + 1] === '\r' ? behindLineEnd(text, at + 1, limit) : at + 2;
      } else if (char === string.quote[0] && (!isTriple || text.startsWith(string.quote, at))) {
        if (isSpecification) break;
        this.at = this.end = at + string.quote.length;
        return;
      } else if ((char === '\n' || char === '\r') && !isTriple) {
        break;
      } else if (string.isFormatted && char === '{') {
        if (text[at + 1] === '{' && !isSpecification) at += 2;
        else {
          this.stack.push({ at, closer: '}', indent: this.lineIndent, string });
          this.at = this.end = at + 1;
          return;
        }
      } else if (isSpecification && char === '}') {
        this.at = at;
        return;
      } else {
        at++;
      }
    }
    this.at = this.end = Math.min(at, limit);
    this.unclosedString(string, isSpecification);
  }

  private unclosedString(string: StringStart, isSpecification: boolean): void {
    this.fault();
    this.reach = Math.max(this.reach, this.at);
    if (this.isStrict) return;
    const top = this.stack[this.stack.length - 1];
    if (isSpecification && top?.string === string) {
      this.stack.pop();
      this.insertions.push({ at: this.at, text: '}' });
      if (this.text.startsWith(string.quote, this.at)) {
        this.stringText(string);
        return;
      }
    }
    if (string.quote.length === 3) {
      // The rest of the text is no part of it: it ends with the line that it begins in.
      this.at = this.end = lineEnd(this.text, string.at, this.limit);
      while (this.insertions.some(({ at }) => at > this.at)) this.insertions.pop();
    }
    this.insertions.push({ at: this.at, text: string.quote });
  }

  private newline(): boolean {
    const { text, limit } = this;
    if (this.stack.length === 0) {
      this.at = behindLineEnd(text, this.at, limit);
      return false;
    }
    let line = behindLineEnd(text, this.at, limit);
    for (;;) {
      const { start, indent } = indentation(text, line, limit);
      const char = text[start];
      if (start >= limit) {
        this.at = limit;
        return false;
      }
      if (char === '#') {
        const end = lineEnd(text, start, limit);
        this.comments.push({ start, end, text: text.slice(start, end) });
        line = behindLineEnd(text, end, limit);
      } else if (char === '\n' || char === '\r') {
        line = behindLineEnd(text, start, limit);
      } else {
        return this.continuation(line, start, indent);
      }
    }
  }

  /** Whether a physical line that begins inside brackets goes on with the logical line. */
  private continuation(line: number, start: number, indent: number): boolean {
    this.reach = Math.max(this.reach, start);
    const isStatement = STATEMENT_KEYWORD.test(this.text.slice(start, Math.min(start + 10, this.limit)));
    if (this.isStrict) {
      if (isStatement) this.fault();
    } else if (isStatement || !/[)\]}]/.test(this.text.charAt(start))) {
      const { end } = this;
      const before = this.stack.length;
      for (
        let top = this.stack.at(-1);
        top !== undefined && (isStatement || indent <= top.indent);
        top = this.stack.at(-1)
      ) {
        this.closeTop(end);
      }
      if (this.stack.length === 0) {
        while (
          (this.comments.at(-1)?.start ?? -1) >=
          behindLineEnd(this.text, lineEnd(this.text, end, this.limit), this.limit)
        )
          this.comments.pop();
        this.at = behindLineEnd(this.text, lineEnd(this.text, end, this.limit), this.limit);
        return false;
      }
      if (this.stack.length < before) this.insertions.push({ at: end, text: ',' });
    }
    this.at = start;
    this.lineIndent = indent;
    void line;
    return true;
  }

  private closeTop(at = this.end): void {
    const open = this.stack.pop();
    if (open === undefined) return;
    this.insertions.push({ at, text: open.closer });
    if (open.string !== undefined) this.insertions.push({ at, text: open.string.quote });
  }

  private closeAll(): void {
    while (this.stack.length > 0) this.closeTop();
  }

  private fault(): void {
    this.isBroken = true;
    if (this.isStrict) for (const { at } of this.stack) this.leftOpen.add(at);
  }
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function isWordPart(code: number): boolean {
  return isWordStart(code) || (code >= 48 && code <= 57);
}
