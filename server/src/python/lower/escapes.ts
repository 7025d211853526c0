/** Backslash escapes in string and bytes literals. */

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** One escape: a named character, hexadecimal, octal, or a backslash before any one character. */
const ESCAPE = /\\(?:(N\{[^}]*\})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/**
 * The text that a literal's inside stands for. Undefined where it cannot be told: a character by its name, or an
 * escape that Python refuses. An escape that Python does not know keeps its backslash.
 */
export function decodeText(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  let isKnown = true;
  const decoded = text.replace(ESCAPE, (whole, name, hex2, hex4, hex8, octal, char) => {
    if (name !== undefined) isKnown = false;
    const hex = hex2 ?? hex4 ?? hex8;
    if (hex !== undefined || octal !== undefined) {
      const code = hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
    }
    if (char === undefined || 'xuUN'.includes(char)) isKnown = false;
    return SIMPLE[char] ?? whole;
  });
  return isKnown ? decoded : undefined;
}

/** The bytes of a bytes literal; undefined where Python refuses it. `\u` and `\N` mean nothing in it. */
export function decodeBytes(text: string, isRaw: boolean): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return undefined;
    if (code !== 92 || isRaw) {
      bytes.push(code);
      continue;
    }
    const hex = /^x([\da-fA-F]{2})/.exec(text.slice(i + 1, i + 4));
    const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4));
    const char = text.charAt(i + 1);
    if (hex !== null) bytes.push(Number.parseInt(hex[1] ?? '', 16));
    else if (octal !== null) bytes.push(Number.parseInt(octal[0], 8) & 255);
    else if (char === 'x') return undefined;
    else if (SIMPLE[char] === undefined) bytes.push(92, char.charCodeAt(0));
    else if (SIMPLE[char] !== '') bytes.push(SIMPLE[char].charCodeAt(0));
    i += hex?.[0].length ?? octal?.[0].length ?? 1;
  }
  return Uint8Array.from(bytes);
}
