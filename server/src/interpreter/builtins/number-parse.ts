/** Numbers read from text, as `int()` and `float()` read them. */
import type { Context } from '../../values/context';
import { stripEnd, stripStart } from './characters';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Text without white space around it, as Python strips it. */
export function stripped(text: string): string {
  return stripEnd(stripStart(text));
}

/** `int(text, base)`; null where it is no such number. Base 0 reads a prefix. */
export function parseInteger(text: string, base: number, context: Context): number | bigint | null {
  let rest = asciiDigits(stripped(text)).toLowerCase();
  const negative = rest.startsWith('-');
  if (/^[+-]/.test(rest)) rest = rest.slice(1);
  let radix = base;
  const prefix = /^0([box])_?/.exec(rest);
  const named = prefix ? { b: 2, o: 8, x: 16 }[prefix[1] as 'b' | 'o' | 'x'] : undefined;
  if (prefix && (base === 0 || base === named)) {
    radix = named as number;
    rest = rest.slice(prefix[0].length);
  } else if (base === 0) {
    radix = 10;
    if (/^0[0_]*[1-9]/.test(rest)) return null;
  }
  if (rest === '' || /^_|_$|__/.test(rest)) return null;
  const digits = rest.replaceAll('_', '');
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit);
    if (value < 0 || value >= radix) return null;
  }
  if (digits.length > 4300 && (radix & (radix - 1)) !== 0) {
    context.raise(
      'ValueError',
      `Exceeds the limit (4300 digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const magnitude = toInteger(digits, radix);
  return negative ? -magnitude : magnitude;
}

function toInteger(digits: string, radix: number): bigint {
  if (radix === 10) return BigInt(digits);
  if (radix === 2 || radix === 8 || radix === 16) return BigInt(`0${{ 2: 'b', 8: 'o', 16: 'x' }[radix]}${digits}`);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(radix) + BigInt(DIGITS.indexOf(digit));
  return value;
}

/** Decimal digits of other scripts as ASCII ones. */
function asciiDigits(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** The value of a decimal digit of any script: digits stand in runs of ten from a multiple of ten. */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

const FLOAT = /^[+-]?(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

/** `float(text)`; null where it is no number. */
export function parseFloatText(text: string): number | null {
  const rest = asciiDigits(stripped(text));
  const special = SPECIAL.exec(rest);
  if (special) {
    if (special[2]?.toLowerCase() === 'nan') return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return FLOAT.test(rest) ? Number(rest.replaceAll('_', '')) : null;
}

/** `complex(text)`; null where it is no number. */
export function parseComplex(text: string): readonly [number, number] | null {
  let rest = stripped(text);
  if (rest.startsWith('(') && rest.endsWith(')')) rest = stripped(rest.slice(1, -1));
  const whole = parseFloatText(rest);
  if (whole !== null) return [whole, 0];
  if (!/[jJ]$/.test(rest)) return null;
  const body = rest.slice(0, -1);
  // The last sign that is not an exponent's splits the parts.
  for (let i = body.length - 1; i >= 0; i--) {
    const character = body.charAt(i);
    if ((character !== '+' && character !== '-') || /[eE]/.test(body.charAt(i - 1))) continue;
    const real = i === 0 ? 0 : parseFloatText(body.slice(0, i));
    const imaginary = imaginaryPart(body.slice(i));
    return real === null || imaginary === null ? null : [real, imaginary];
  }
  const imaginary = imaginaryPart(body);
  return imaginary === null ? null : [0, imaginary];
}

function imaginaryPart(text: string): number | null {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : parseFloatText(text);
}
