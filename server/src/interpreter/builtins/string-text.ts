/** Strings and bytes as text, and strings as Python counts them: by code points. */

const SURROGATE = /[\ud800-\udfff]/;
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** Whether each UTF-16 unit is a code point. */
export function isSimple(text: string): boolean {
  return !SURROGATE.test(text);
}

/** `len(text)` */
export function codePointLength(text: string): number {
  if (isSimple(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The characters of a string as Python indexes them. */
export function codePoints(text: string): readonly string[] {
  return isSimple(text) ? text.split('') : Array.from(text);
}

/** The order of strings in Python: by code points, which UTF-16 units do not keep. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (isSimple(a) && isSimple(b)) return a < b ? -1 : 1;
  const x = Array.from(a);
  const y = Array.from(b);
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = ((x[i] as string).codePointAt(0) as number) - ((y[i] as string).codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/** `c.isprintable()` for one character. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !UNPRINTABLE.test(character);
}

/** `repr` of a string. */
export function stringRepr(text: string): string {
  return quote(text, (character) => (isPrintable(character) ? character : escaped(character)));
}

/** `ascii` of a string. */
export function stringAscii(text: string): string {
  return quote(text, (character) => (character >= ' ' && character <= '~' ? character : escaped(character)));
}

/** What `ascii` makes of the `repr` of anything. */
export function escapeNonAscii(text: string): string {
  let result = '';
  for (const character of text) result += character <= '\x7f' ? character : escaped(character);
  return result;
}

function quote(text: string, show: (character: string) => string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = mark;
  for (const character of text) {
    if (character === mark || character === '\\') result += `\\${character}`;
    else if (character === '\n') result += '\\n';
    else if (character === '\r') result += '\\r';
    else if (character === '\t') result += '\\t';
    else result += show(character);
  }
  return result + mark;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Bytes as the characters of these codes. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** `repr` of bytes. */
export function bytesRepr(bytes: Uint8Array, escapesApostrophes = false): string {
  const text = latin1(bytes);
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = `b${mark}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === mark || character === '\\' || (escapesApostrophes && character === "'"))
      result += `\\${character}`;
    else if (character === '\n') result += '\\n';
    else if (character === '\r') result += '\\r';
    else if (character === '\t') result += '\\t';
    else if (byte < 0x20 || byte >= 0x7f) result += `\\x${byte.toString(16).padStart(2, '0')}`;
    else result += character;
  }
  return result + mark;
}

/** Strings in Python's order. */
export function sortedStrings(texts: readonly string[]): string[] {
  return [...texts].sort(compareStrings);
}
