/** Reads brackets, strings and comments up to the end of a logical line. */

import type { Span } from '../text/span';
import type { Comment, SyntaxProblem } from './ast';
import { HEADER, INFIX, LONGEST, STATEMENT } from './keywords';
import type { LogicalLine } from './logical-line';
import {
  behindLineEnd,
  indentation,
  isCloser,
  isLineEnd,
  isQuote,
  isWordPart,
  isWordStart,
  lineEnd,
  readComment,
} from './physical-line';
import type { Insertion } from './virtual-text';

/** A bracket that is open, or the replacement field of an f-string. */
interface Open {
  readonly at: number;
  readonly closer: string;
  /** Indentation of the physical line that it stands in. */
  readonly indent: number;
  /** The string around a replacement field. */
  readonly string: StringStart | undefined;
  /** In the brackets of type parameters: where a parameter's default begins (PEP 696), or -1; else undefined. */
  defaultStart?: number;
}

interface StringStart {
  readonly at: number;
  /** One quote, or three. */
  readonly quote: string;
  readonly isFormatted: boolean;
  readonly isRaw: boolean;
}

const OPENERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What stands before the brackets of type parameters. */
const TYPE_PARAMETERS = /^(?:async[ \t]+def|class|def|type)[ \t]+\w+[ \t]*$/;

const STRING_PREFIX = /^(?:[rubft]|br|rb|fr|rf|tr|rt|ur)$/i;

/**
 * One reading of a line. Strictly (when given `leftOpen`), brackets stay open until they are closed, and the first fault
 * ends the reading. Leniently, a bracket ends before a physical line that is indented no deeper than the one it was
 * opened in and does not begin with a closing bracket, and a string ends with its line.
 */
export class Reading {
  readonly comments: Comment[] = [];
  private readonly stack: Open[] = [];
  private readonly insertions: Insertion[] = [];
  private readonly blanks: Span[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private at: number;
  private end: number;
  private lineIndent: number;
  private reach = 0;
  private openString = -1;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly unclosed: number,
    private readonly start: number,
    private readonly indent: number,
    private readonly leftOpen?: Set<number>,
  ) {
    this.at = start;
    this.end = start;
    this.lineIndent = indent;
  }

  private get isStrict(): boolean {
    return this.leftOpen !== undefined;
  }

  run(): LogicalLine {
    while (this.at < this.limit && !(this.isStrict && this.problems.length > 0) && this.step());
    this.closeDownTo(0, this.end);
    const { start, indent, end, at, openString, problems, insertions, blanks } = this;
    const reach = Math.max(this.reach, at);
    return { start, indent, end, next: at, reach, openString, problems, insertions, blanks };
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
      case 32: // blank
      case 9:
      case 12:
        this.at++;
        return true;
      case 10: // line feed
      case 13:
        return this.lineBreak();
      case 35: // #
        this.at = readComment(text, this.at, this.limit, this.comments);
        return true;
      case 92: // backslash: joins two lines
        if (isLineEnd(text.charCodeAt(this.at + 1))) {
          this.at = behindLineEnd(text, this.at + 1, this.limit);
          return true;
        }
        break;
      case 34: // quotes
      case 39:
        this.string('');
        return true;
      case 40: // opening brackets
      case 91:
      case 123:
        this.open();
        return true;
      case 41: // closing brackets
      case 93:
      case 125:
        this.close();
        return true;
      case 58: // colon
        this.colon();
        return true;
      case 44: // comma
        this.endTypeDefault();
        break;
      case 61: {
        // equals sign
        const open = this.stack[this.stack.length - 1];
        if (open?.defaultStart === -1) open.defaultStart = this.at;
      }
    }
    this.at++;
    this.end = this.at;
    return true;
  }

  private word(): void {
    const { text } = this;
    const start = this.at;
    let at = start + 1;
    while (at < this.limit && isWordPart(text.charCodeAt(at))) at++;
    this.at = at;
    this.end = at;
    if (at - start <= 2 && at < this.limit && isQuote(text.charCodeAt(at))) {
      const prefix = text.slice(start, at);
      if (STRING_PREFIX.test(prefix)) this.string(prefix);
    }
  }

  private open(): void {
    const { at } = this;
    const closer = OPENERS[this.text.charAt(at)] ?? '';
    const open: Open = { at, closer, indent: this.lineIndent, string: undefined };
    if (closer === ']' && this.stack.length === 0 && TYPE_PARAMETERS.test(this.text.slice(this.start, at))) {
      open.defaultStart = -1;
    }
    this.stack.push(open);
    if (this.leftOpen?.has(at)) this.fault(at, at + 1, '');
    this.at++;
    this.end = this.at;
  }

  /** The grammar does not know defaults of type parameters; nothing depends on them. */
  private endTypeDefault(): void {
    const open = this.stack[this.stack.length - 1];
    if (open?.defaultStart === undefined || open.defaultStart === -1) return;
    this.blanks.push({ start: open.defaultStart, end: this.at });
    open.defaultStart = -1;
  }

  private close(): void {
    const { at } = this;
    this.endTypeDefault();
    const closer = this.text.charAt(at);
    this.at++;
    const string = this.stack.findLastIndex((open) => open.string !== undefined);
    const opened = this.stack.findLastIndex((open) => open.closer === closer);
    if (opened === -1 || opened < string) {
      this.fault(at, at + 1, `Nothing is open that \`${closer}\` could close.`);
      this.blanks.push({ start: at, end: at + 1 });
      this.end = this.at;
      return;
    }
    this.closeDownTo(opened + 1, this.end);
    const open = this.stack.pop();
    this.end = this.at;
    // A field within a field stands in the outer one's specification.
    if (open?.string !== undefined) this.stringText(open.string, this.stack.at(-1)?.string === open.string);
  }

  /** In a replacement field, a colon begins the format specification. */
  private colon(): void {
    const field = this.stack[this.stack.length - 1];
    this.at++;
    this.end = this.at;
    if (field?.string === undefined) return;
    // A grammar would read `:=`.
    if (this.text[this.at] === '=') this.blanks.push({ start: this.at, end: this.at + 1 });
    this.stringText(field.string, true);
  }

  private string(prefix: string): void {
    const quote = this.text.charAt(this.at);
    const isTriple = this.text.startsWith(quote.repeat(3), this.at);
    const string: StringStart = {
      at: this.at,
      quote: isTriple ? quote.repeat(3) : quote,
      isFormatted: /[ft]/i.test(prefix),
      isRaw: /r/i.test(prefix),
    };
    this.at += string.quote.length;
    this.end = this.at;
    if (string.at === this.unclosed) this.unclosedString(string, false);
    else this.stringText(string);
  }

  /**
   * Reads the text of a string up to its end, or up to a replacement field, which is then read like code.
   * @param isSpecification whether the text is a field's format specification, which ends with the field
   */
  private stringText(string: StringStart, isSpecification = false): void {
    const { text, limit } = this;
    const quote = string.quote.charCodeAt(0);
    const isTriple = string.quote.length === 3;
    let at = this.at;
    while (at < limit) {
      const code = text.charCodeAt(at);
      if (code === 92) {
        at = this.behindEscape(at, string);
      } else if (code === quote && (!isTriple || text.startsWith(string.quote, at))) {
        if (isSpecification) break;
        this.at = at + string.quote.length;
        this.end = this.at;
        return;
      } else if (!isTriple && isLineEnd(code)) {
        break;
      } else if (code === 123 && string.isFormatted) {
        if (text[at + 1] === '{' && !isSpecification) {
          at += 2;
        } else {
          this.stack.push({ at, closer: '}', indent: this.lineIndent, string });
          this.at = at + 1;
          this.end = this.at;
          return;
        }
      } else if (code === 125 && isSpecification) {
        this.at = at;
        return;
      } else {
        at++;
      }
    }
    this.at = Math.min(at, limit);
    this.unclosedString(string, isSpecification);
  }

  private behindEscape(at: number, string: StringStart): number {
    const { text, limit } = this;
    // The braces of `\N{…}` are no replacement field.
    if (string.isFormatted && !string.isRaw && text.startsWith('N{', at + 1)) {
      let close = at + 3;
      while (close < limit && /[\w -]/.test(text.charAt(close))) close++;
      if (text[close] === '}') return close + 1;
    }
    if (string.isFormatted && /[{}]/.test(text.charAt(at + 1))) return at + 1;
    return text[at + 1] === '\r' ? behindLineEnd(text, at + 1, limit) : at + 2;
  }

  private unclosedString(string: StringStart, isSpecification: boolean): void {
    this.reach = Math.max(this.reach, this.at);
    this.fault(string.at, string.at + string.quote.length, 'This string is not closed.');
    if (string.quote.length === 3 && string.at !== this.unclosed) this.openString = string.at;
    if (this.isStrict) return;
    if (isSpecification) {
      this.stack.pop();
      this.insertions.push({ at: this.at, text: '}' });
      if (this.text.startsWith(string.quote, this.at)) {
        this.stringText(string);
        return;
      }
    }
    if (string.quote.length === 3) {
      // What follows is more likely code than text: the string ends with the line that it begins in.
      this.at = lineEnd(this.text, string.at + 3, this.limit);
      while ((this.insertions.at(-1)?.at ?? -1) > string.at) this.insertions.pop();
      while ((this.stack.at(-1)?.at ?? -1) > string.at) this.stack.pop();
    }
    this.end = this.at;
    this.insertions.push({ at: this.at, text: string.quote });
  }

  private lineBreak(): boolean {
    const { text, limit } = this;
    this.at = behindLineEnd(text, this.at, limit);
    const oneLine = this.stack.findIndex((open) => open.string?.quote.length === 1);
    if (oneLine !== -1 && !this.isStrict) this.closeDownTo(oneLine, this.end);
    if (this.stack.length === 0) return false;
    const behind = this.at;
    const comments: Comment[] = [];
    while (this.at < limit) {
      const { start, indent } = indentation(text, this.at, limit);
      if (start >= limit) break;
      if (text[start] === '#') {
        this.at = behindLineEnd(text, readComment(text, start, limit, comments), limit);
      } else if (isLineEnd(text.charCodeAt(start))) {
        this.at = behindLineEnd(text, start, limit);
      } else {
        this.reach = Math.max(this.reach, start);
        if (!this.goesOn(start, indent)) {
          this.at = behind;
          return false;
        }
        for (const comment of comments) this.comments.push(comment);
        // A grammar would see a dedent.
        if (indent < this.indent) this.blanks.push({ start: this.end, end: start });
        this.at = start;
        this.lineIndent = indent;
        return true;
      }
    }
    this.reach = limit;
    this.at = this.isStrict ? limit : behind;
    return false;
  }

  /** Whether a physical line that begins inside brackets belongs to this logical line. */
  private goesOn(start: number, indent: number): boolean {
    const isStatement = STATEMENT.test(this.text.slice(start, Math.min(start + LONGEST, this.limit)));
    if (this.isStrict) {
      if (isStatement) this.closeDownTo(0, this.end);
      return !isStatement;
    }
    if (isStatement || this.isHead(indent, start)) {
      this.closeDownTo(0, this.end);
      return false;
    }
    if (isCloser(this.text.charCodeAt(start))) return true;
    let depth = this.stack.length;
    while (depth > 0 && indent <= (this.stack[depth - 1]?.indent ?? 0)) depth--;
    if (depth === this.stack.length) return true;
    this.closeDownTo(depth, this.end);
    // The line is the next element of what stays open, unless it begins with an operator.
    if (depth > 0 && !/[.,=+*/%<>|&^@-]/.test(this.text.charAt(start)))
      this.insertions.push({ at: this.end, text: ',' });
    return depth > 0;
  }

  /**
   * Whether what has been read is the whole head of a block, for all that it leaves open: a deeper line follows, and
   * before it stands a colon (`def f(a, b:`) or something that it cannot go on with (`class A(B`).
   */
  private isHead(indent: number, next: number): boolean {
    const { text, start, end } = this;
    if (indent <= this.indent || !HEADER.test(text.slice(start, start + LONGEST))) return false;
    if (text[end - 1] === ':') {
      this.closeDownTo(0, end - 1);
      return true;
    }
    const word = /^\w+/.exec(text.slice(next, next + 6))?.[0];
    return word !== undefined && !INFIX.test(word) && /[\w)\]}]/.test(text.charAt(end - 1));
  }

  /** Closes what is open, but for the outermost `depth`, as if the closing brackets stood at an offset. */
  private closeDownTo(depth: number, at: number): void {
    while (this.stack.length > depth) {
      const open = this.stack[this.stack.length - 1];
      if (open === undefined) return;
      const what = this.text.charAt(open.at);
      this.fault(open.at, open.at + 1, `\`${what}\` is never closed.`);
      this.stack.pop();
      this.insertions.push({ at, text: open.closer });
      if (open.string !== undefined) this.insertions.push({ at, text: open.string.quote });
    }
  }

  private fault(start: number, end: number, message: string): void {
    // The first fault ends a strict reading. Whatever is open now meets the same fault when it is read again.
    if (this.leftOpen !== undefined && this.problems.length === 0)
      for (const { at } of this.stack) this.leftOpen.add(at);
    this.problems.push({ start, end, message });
  }
}
