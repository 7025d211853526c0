/**
 * The call around a cursor, read from the text alone: while it is typed there may be no syntax tree
 * of it yet. Brackets, strings and comments are told apart; what is left open ends where its
 * statement does.
 */
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export interface WrittenArgument extends Span {
  /** Null for a positional one, and for one that only has begun. */
  readonly keyword: string | null;
  /** Where the value begins: behind `=` and blanks. */
  readonly valueStart: number;
}

export interface OpenCall {
  /** What is called, as a dotted name: `layers.Conv2D`. */
  readonly callee: string;
  readonly calleeSpan: Span;
  /** Behind the opening parenthesis. */
  readonly open: number;
  /** The closing parenthesis, or where the call's text ends without one. */
  readonly close: number;
  /** Closing brackets that are missing, of this call and those around it: what would complete the text. */
  readonly missing: readonly MissingBracket[];
  readonly args: readonly WrittenArgument[];
  /** Index of the argument at the cursor. */
  readonly active: number;
  /** Whether the cursor stands in the call itself, rather than in brackets inside of it. */
  readonly isInnermost: boolean;
  /** The string literal around the cursor, if it is in one. */
  readonly string: OpenString | null;
}

/** A closing bracket, and where it would go. */
export interface MissingBracket extends Edit {
  /** Whether it closes the call itself. */
  readonly isOwn: boolean;
}

export interface OpenString {
  /** Behind the opening quote. */
  readonly start: number;
  /** Before the closing quote, or where the line ends without one. */
  readonly end: number;
  readonly quote: string;
  readonly closed: boolean;
}

interface Bracket {
  readonly kind: string;
  readonly at: number;
  readonly commas: number[];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** What begins a statement, wherever brackets are left open above. */
const STATEMENT = /^[ \t]*(?:def|class|return|import|from|for|while|if|elif|else|try|except|with|del|raise|assert)\b/;

/** The calls around an offset, innermost first; `from` is where to begin to read: at a statement's start. */
export function openCalls(text: string, from: number, offset: number): OpenCall[] {
  const stack: Bracket[] = [];
  let string: OpenString | null = null;
  for (let at = from; at < offset; ) {
    const literal = stringAt(text, at);
    if (literal) {
      const behind = literal.end + (literal.closed ? literal.quote.length : 0);
      if (offset >= literal.start && (offset <= literal.end || !literal.closed)) {
        if (offset > literal.end) return [];
        string = literal;
        break;
      }
      at = Math.max(behind, at + 1);
      continue;
    }
    const char = text[at] as string;
    if (char === '#') {
      at = lineEnd(text, at);
      if (at >= offset) return [];
      continue;
    }
    if (char === '\n' && STATEMENT.test(text.slice(at + 1, at + 80))) stack.length = 0;
    else if (char in CLOSING) stack.push({ kind: char, at, commas: [] });
    else if (char === ')' || char === ']' || char === '}') stack.pop();
    else if (char === ',') stack[stack.length - 1]?.commas.push(at);
    at += 1;
  }
  const limit = string ? (string.closed ? string.end + string.quote.length : string.end) : offset;
  return stack
    .map((_, depth) => callOf(text, stack, depth, limit, offset, string))
    .filter((call) => call !== null)
    .reverse();
}

function callOf(
  text: string,
  stack: readonly Bracket[],
  depth: number,
  limit: number,
  offset: number,
  string: OpenString | null,
): OpenCall | null {
  const bracket = stack[depth] as Bracket;
  if (bracket.kind !== '(') return null;
  const callee = /[A-Za-z_][\w.]{0,199}$/.exec(text.slice(Math.max(0, bracket.at - 200), bracket.at));
  if (!callee || /^(?:def|class|if|in|not|and|or|return|lambda|else|elif|while|assert|yield)$/.test(callee[0])) {
    return null;
  }
  const calleeSpan = { start: bracket.at - callee[0].length, end: bracket.at };
  if (/(?:\bdef|\bclass)\s+$/.test(text.slice(Math.max(0, calleeSpan.start - 10), calleeSpan.start))) return null;
  const rest = readOn(text, stack, depth, limit, statementColumn(text, calleeSpan.start));
  const commas = [...bracket.commas, ...rest.commas];
  const borders = [bracket.at, ...commas];
  const ends = [...commas, rest.close];
  const args = borders.map((border, i) => argumentIn(text, border + 1, ends[i] as number));
  return {
    callee: callee[0],
    calleeSpan,
    open: bracket.at + 1,
    close: rest.close,
    missing: rest.missing,
    args,
    active: commas.filter((comma) => comma < offset).length,
    isInnermost: depth === stack.length - 1,
    string,
  };
}

/** Reads on from the cursor to where a bracket is closed, and those around it. */
function readOn(
  text: string,
  stack: readonly Bracket[],
  depth: number,
  from: number,
  column: number,
): { close: number; commas: number[]; missing: MissingBracket[] } {
  const open = stack.map(({ kind }) => CLOSING[kind] as string);
  const commas: number[] = [];
  const missing: MissingBracket[] = [];
  let close: number | null = null;
  let at = from;
  /** Behind the last character that is no blank. */
  let end = from;
  const shut = (place: number): void => {
    open.pop();
    if (open.length === depth && close === null) close = place;
  };
  const add = (): void => {
    const isOwn = open.length === depth + 1 && close === null;
    missing.push({ start: end, end, newText: open[open.length - 1] as string, isOwn });
    shut(end);
  };
  while (at < text.length && open.length > 0) {
    const literal = stringAt(text, at);
    if (literal) {
      at = Math.max(literal.end + (literal.closed ? literal.quote.length : 0), at + 1);
      end = at;
      continue;
    }
    const char = text[at] as string;
    if (char === '#') {
      at = lineEnd(text, at);
      continue;
    }
    if (char === '\n' && endsStatement(text, at + 1, column)) break;
    if (char in CLOSING) open.push(CLOSING[char] as string);
    else if (char === ')' || char === ']' || char === '}') {
      if (!open.includes(char)) break;
      while (open[open.length - 1] !== char) add();
      shut(at);
    } else if (char === ',' && open.length === depth + 1) commas.push(at);
    at += 1;
    if (!/\s/.test(char)) end = at;
  }
  while (open.length > 0) add();
  return { close: close ?? end, commas, missing };
}

/** Whether the line that begins there is no more of a statement whose first line begins in a column. */
function endsStatement(text: string, start: number, column: number): boolean {
  const line = text.slice(start, lineEnd(text, start));
  const indent = line.length - line.trimStart().length;
  if (line.trim() === '') return false;
  return indent <= column && !/^[)\]}]/.test(line.trim());
}

function statementColumn(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  return line.length - line.trimStart().length;
}

function argumentIn(text: string, from: number, to: number): WrittenArgument {
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const start = lead === raw.length ? to : from + lead;
  const end = Math.max(start, from + raw.trimEnd().length);
  const keyword = /^([A-Za-z_]\w*)\s*=(?!=)\s*/.exec(text.slice(start, end));
  return {
    start,
    end,
    keyword: keyword?.[1] ?? null,
    valueStart: keyword ? start + keyword[0].length : start,
  };
}

/** The string literal whose prefix or quote stands there. */
function stringAt(text: string, at: number): OpenString | null {
  if (/[\w]/.test(text[at - 1] ?? '') && /\w/.test(text[at] ?? '')) return null;
  const head = /^(?:[rRbBuUfF]{0,2})('''|"""|'|")/.exec(text.slice(at, at + 6));
  if (!head) return null;
  const quote = head[1] as string;
  const start = at + head[0].length;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text.startsWith(quote, i)) return { start, end: i, quote, closed: true };
    else if (text[i] === '\n' && quote.length === 1) return { start, end: i, quote, closed: false };
  }
  return { start, end: text.length, quote, closed: false };
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}
