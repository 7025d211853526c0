/** Characters as Python's `str` methods know them. */

/** What `isspace` and `strip` take for white space. */
const SPACE = '\\t\\n\\v\\f\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
export const SPACES = new RegExp(`[${SPACE}]+`, 'gu');
const LEADING = new RegExp(`^[${SPACE}]+`, 'u');
const TRAILING = new RegExp(`[${SPACE}]+$`, 'u');
const ONLY_SPACE = new RegExp(`^[${SPACE}]+$`, 'u');
const LINE_ENDS = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const LINE_END = new RegExp(`\\r\\n|[${LINE_ENDS}]`, 'gu');
/** `Numeric_Type=Digit` beyond decimal digits: superscripts, subscripts, circled and the like. */
const OTHER_DIGITS =
  '\\xb2\\xb3\\xb9\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792';
const DIGIT = new RegExp(`^[\\p{Nd}${OTHER_DIGITS}]+$`, 'u');
const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;

export function stripStart(text: string): string {
  return text.replace(LEADING, '');
}

export function stripEnd(text: string): string {
  return text.replace(TRAILING, '');
}

export const isSpace = (text: string) => ONLY_SPACE.test(text);
export const isAlpha = (text: string) => /^\p{L}+$/u.test(text);
export const isDecimal = (text: string) => /^\p{Nd}+$/u.test(text);
export const isDigit = (text: string) => DIGIT.test(text);
export const isIdentifier = (text: string) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text);

/** Null where it hangs on numerals among the Chinese characters. */
export function isNumeric(text: string): boolean | null {
  if (/^\p{N}+$/u.test(text)) return true;
  return /^[\p{N}\p{Script=Han}]+$/u.test(text) ? null : false;
}

export function isAlphanumeric(text: string): boolean | null {
  if (/^[\p{L}\p{N}]+$/u.test(text)) return true;
  return false;
}

export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
}

export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

/** Upper-case letters only behind uncased characters, lower-case ones only behind cased ones. */
export function isTitle(text: string): boolean {
  let previousCased = false;
  let any = false;
  for (const character of text) {
    if (/[\p{Uppercase}\p{Lt}]/u.test(character)) {
      if (previousCased) return false;
      previousCased = true;
      any = true;
    } else if (/\p{Lowercase}/u.test(character)) {
      if (!previousCased) return false;
      any = true;
    } else previousCased = false;
  }
  return any;
}

/** Letters of two characters, of which only the first is a capital at the beginning of a word. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map(
  ['Ǆǅǆ', 'Ǉǈǉ', 'Ǌǋǌ', 'Ǳǲǳ'].flatMap((row) => Array.from(row, (one) => [one, row.charAt(1)] as const)),
);

/** One character at the beginning of a word. */
function titleCase(character: string): string {
  const digraph = DIGRAPHS.get(character);
  if (digraph) return digraph;
  const upper = character.toUpperCase();
  const [first = '', ...rest] = Array.from(upper);
  return first + rest.join('').toLowerCase();
}

export function capitalize(text: string): string {
  const [first = '', ...rest] = Array.from(text);
  return titleCase(first) + rest.join('').toLowerCase();
}

export function title(text: string): string {
  let result = '';
  let previousCased = false;
  for (const character of text) {
    result += previousCased ? character.toLowerCase() : titleCase(character);
    previousCased = CASED.test(character);
  }
  return result;
}

export function swapCase(text: string): string {
  let result = '';
  for (const character of text) {
    if (/\p{Uppercase}/u.test(character)) result += character.toLowerCase();
    else if (/\p{Lowercase}/u.test(character)) result += character.toUpperCase();
    else result += character;
  }
  return result;
}

/** Null for scripts whose folding differs from lower case in ways not followed. */
export function caseFold(text: string): string | null {
  if (!/^[\p{ASCII}\u0080-\u024f\u0391-\u03c9]*$/u.test(text)) return null;
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').replaceAll('µ', 'μ').replaceAll('ſ', 's');
}

/** Lines with or without their ends. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const found of text.matchAll(LINE_END)) {
    const end = found.index + found[0].length;
    lines.push(text.slice(start, keepEnds ? end : found.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** `expandtabs` */
export function expandTabs(text: string, size: number): string {
  let result = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const count = size > 0 ? size - (column % size) : 0;
      result += ' '.repeat(count);
      column += count;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
