/** `format(value, spec)`: the format mini-language on strings and numbers. */
import type { Context } from '../../values/context';
import { isUnknownValue, str, type UnknownValue, type Value } from '../../values/value';
import { exponentDigits, fixedDigits, positional, scientific, shortestDigits } from './float-text';
import { toFloatValue } from './numbers';
import { callMethod, typeName } from './special';
import { codePointLength, codePoints } from './string-text';
import { intText, plainRepr } from './text';

type Text = string | UnknownValue;

/** Wider results than this are not made. */
const MAX_WIDTH = 100_000;

export interface FormatSpec {
  readonly fill: string;
  readonly align: '<' | '>' | '=' | '^' | null;
  readonly sign: '+' | '-' | ' ' | null;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | null;
  readonly precision: number | null;
  readonly type: string;
}

const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(z)?(#)?(0)?(\d+)?([,_]+)?(?:\.(\d+))?([\s\S])?$/su;

/** Up to a precision that is not there. */
const NO_PRECISION = /^(?:.?[<>=^])?[+\- ]?z?#?0?\d*[,_]?\.(?:\D|$)/su;

/** `format(value, spec)` by Python's protocol. */
export function formatOf(value: Value, spec: string, context: Context): Text {
  if (isUnknownValue(value)) return value;
  if (isFormattable(value)) return formatPlain(value, spec, context);
  const result = callMethod(value, '__format__', [str(spec)], context);
  if (result === undefined) return context.unknown('its text is not known');
  if (result.kind === 'str' || isUnknownValue(result)) return result.kind === 'str' ? result.value : result;
  return context.raise('TypeError', `__format__ must return a str, not ${typeName(result, context)}`);
}

function isFormattable(value: Value): boolean {
  return value.kind === 'str' || value.kind === 'int' || value.kind === 'float' || value.kind === 'bool';
}

/** Formats a string or number itself; `owner` is what it is the content of, whose class is named in messages. */
export function formatPlain(value: Value, spec: string, context: Context, owner: Value = value): Text {
  if (spec === '') {
    if (value.kind === 'str') return value.value;
    return plainRepr(value, context) ?? context.unknown('its text is not known');
  }
  const parsed = parseSpec(spec, value, context, owner);
  if (parsed.width > MAX_WIDTH || (parsed.precision ?? 0) > MAX_WIDTH) {
    return context.unknown('the text is too long to follow');
  }
  context.spend((parsed.width + (parsed.precision ?? 0)) >> 4);
  switch (value.kind) {
    case 'str':
      return formatString(value.value, parsed, context, owner);
    case 'bool':
      return formatInt(Number(value.value), parsed, context, owner);
    case 'int':
      return formatInt(value.value, parsed, context, owner);
    case 'float':
      return formatFloat(value.value, parsed, context, owner);
    case 'complex':
      return formatComplex(value.real, value.imaginary, parsed, context, owner);
    default:
      return context.unknown('how it is formatted is not followed');
  }
}

function parseSpec(text: string, value: Value, context: Context, owner: Value): FormatSpec {
  const found = SPEC.exec(text);
  if (!found) {
    if (NO_PRECISION.test(text)) context.raise('ValueError', 'Format specifier missing precision');
    return context.raise(
      'ValueError',
      `Invalid format specifier '${text}' for object of type '${typeName(owner, context)}'`,
    );
  }
  const [, fill, align, sign, z, alternate, zero, width, grouping, precision, type] = found;
  if (type === '.') context.raise('ValueError', 'Format specifier missing precision');
  if (grouping !== undefined && grouping.length > 1) {
    const message =
      grouping.includes(',') && grouping.includes('_')
        ? "Cannot specify both ',' and '_'."
        : `Cannot specify '${grouping[0]}' with '${grouping[1]}'.`;
    context.raise('ValueError', message);
  }
  const number = value.kind !== 'str';
  const code = type ?? (number ? '' : 's');
  const groups = ['', 'd', 'e', 'f', 'g', 'E', 'F', 'G', '%', ...(grouping === '_' ? ['b', 'o', 'x', 'X'] : [])];
  if (grouping && !groups.includes(code)) {
    context.raise('ValueError', `Cannot specify '${grouping}' with '${code}'.`);
  }
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: (align as FormatSpec['align']) ?? (zero && number ? '=' : null),
    sign: (sign as FormatSpec['sign']) ?? null,
    noNegativeZero: z !== undefined,
    alternate: alternate !== undefined,
    width: width ? Number(width) : 0,
    grouping: (grouping as FormatSpec['grouping']) ?? null,
    precision: precision === undefined ? null : Number(precision),
    type: type ?? '',
  };
}

function unknownCode(type: string, owner: Value, context: Context): never {
  const code = type.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  return context.raise('ValueError', `Unknown format code '${shown}' for object of type '${typeName(owner, context)}'`);
}

function formatString(text: string, spec: FormatSpec, context: Context, owner: Value): string {
  if (spec.type !== '' && spec.type !== 's') unknownCode(spec.type, owner, context);
  if (spec.sign) {
    context.raise(
      'ValueError',
      spec.sign === ' '
        ? 'Space not allowed in string format specifier'
        : 'Sign not allowed in string format specifier',
    );
  }
  if (spec.noNegativeZero) {
    context.raise('ValueError', 'Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) context.raise('ValueError', 'Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') context.raise('ValueError', "'=' alignment not allowed in string format specifier");
  const shown = spec.precision === null ? text : codePoints(text).slice(0, spec.precision).join('');
  return padded(shown, spec, '<');
}

/** Text filled up to the width. */
function padded(text: string, spec: FormatSpec, byDefault: '<' | '>'): string {
  const missing = spec.width - codePointLength(text);
  if (missing <= 0) return text;
  switch (spec.align ?? byDefault) {
    case '<':
      return text + spec.fill.repeat(missing);
    case '^': {
      const left = missing >> 1;
      return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
    }
    default:
      return spec.fill.repeat(missing) + text;
  }
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

function formatInt(value: number | bigint, spec: FormatSpec, context: Context, owner: Value): Text {
  const { type } = spec;
  if ('eEfFgG%'.includes(type) && type !== '') {
    const number = toFloatValue({ kind: 'int', value }, context);
    return number.kind === 'float'
      ? formatFloat(number.value, spec, context, owner)
      : context.unknown('its text is not known');
  }
  if (!['', 'c', 'd', 'n', 'b', 'o', 'x', 'X'].includes(type)) unknownCode(type, owner, context);
  if (spec.precision !== null) context.raise('ValueError', 'Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) {
    context.raise('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatCharacter(value, spec, context);
  const magnitude = value < 0 ? -value : value;
  const radix = RADIX[type];
  let digits = radix ? magnitude.toString(radix) : intText(magnitude, context);
  if (type === 'X') digits = digits.toUpperCase();
  const prefix = spec.alternate && radix ? `0${type}` : '';
  return number(value < 0, prefix, digits, '', spec, radix ? 4 : 3);
}

function formatCharacter(value: number | bigint, spec: FormatSpec, context: Context): string {
  if (spec.sign) context.raise('ValueError', "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) context.raise('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint') context.raise('OverflowError', 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) context.raise('OverflowError', '%c arg not in range(0x110000)');
  return padded(String.fromCodePoint(Number(value)), spec, '>');
}

/** Sign, prefix, digits in groups and what follows them, filled up. */
function number(
  negative: boolean,
  prefix: string,
  digits: string,
  rest: string,
  spec: FormatSpec,
  groupSize: number,
): string {
  const sign = negative ? '-' : spec.sign === '+' ? '+' : spec.sign === ' ' ? ' ' : '';
  const fillsWithZeros = spec.fill === '0' && spec.align === '=';
  const least = fillsWithZeros ? spec.width - sign.length - prefix.length - rest.length : 0;
  const body = grouped(digits, spec.grouping, groupSize, least) + rest;
  if (spec.align === '=') {
    const missing = spec.width - codePointLength(sign + prefix + body);
    return sign + prefix + spec.fill.repeat(Math.max(0, missing)) + body;
  }
  return padded(sign + prefix + body, spec, '>');
}

/** Digits with separators; leading zeros are put in until the result is long enough. */
function grouped(digits: string, separator: string | null, size: number, least: number): string {
  if (!separator || digits === '') return digits;
  let padding = 0;
  const lengthWith = (count: number) => count + Math.floor((count - 1) / size);
  while (lengthWith(digits.length + padding) < least) padding += 1;
  const all = '0'.repeat(padding) + digits;
  let result = '';
  for (let i = 0; i < all.length; i++) {
    if (i > 0 && (all.length - i) % size === 0) result += separator;
    result += all.charAt(i);
  }
  return result;
}

function formatFloat(value: number, spec: FormatSpec, context: Context, owner: Value): Text {
  const { type } = spec;
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'].includes(type)) unknownCode(type, owner, context);
  let text = floatText(type === '%' ? value * 100 : value, type, spec.precision, spec.alternate);
  let negative = value < 0 || Object.is(value, -0);
  if (spec.noNegativeZero && negative && Number.isFinite(value) && !/^[^e]*[1-9]/i.test(text)) negative = false;
  if (type === 'E' || type === 'F' || type === 'G') text = text.toUpperCase();
  if (!Number.isFinite(value)) return number(negative, '', '', text + (type === '%' ? '%' : ''), spec, 3);
  const whole = /^\d*/.exec(text)?.[0] ?? '';
  return number(negative, '', whole, text.slice(whole.length) + (type === '%' ? '%' : ''), spec, 3);
}

/** Both parts in one format, then filled up together. */
function formatComplex(real: number, imaginary: number, spec: FormatSpec, context: Context, owner: Value): Text {
  const { type } = spec;
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n'].includes(type)) unknownCode(type, owner, context);
  if (spec.fill === '0') {
    return context.raise('ValueError', 'Zero padding is not allowed in complex format specifier');
  }
  if (spec.align === '=') {
    return context.raise('ValueError', "'=' alignment flag is not allowed in complex format specifier");
  }
  const part = (value: number, sign: FormatSpec['sign']) => {
    const own: FormatSpec = { ...spec, type: type === '' && spec.precision !== null ? 'g' : type, sign, width: 0 };
    const text = formatFloat(value, own, context, owner);
    return typeof text === 'string' && own.type === '' ? text.replace(/\.0$/, spec.alternate ? '.' : '') : text;
  };
  const isImaginary = type === '' && Object.is(real, 0);
  const first = isImaginary ? '' : part(real, spec.sign);
  const second = part(imaginary, isImaginary ? spec.sign : '+');
  if (typeof first !== 'string') return first;
  if (typeof second !== 'string') return second;
  const text = `${first}${second}j`;
  return padded(type === '' && !isImaginary ? `(${text})` : text, spec, '>');
}

/** Digits of a float's magnitude by a format code (`''`: as `repr`, or with a precision). */
export function floatText(value: number, type: string, precision: number | null, alternate: boolean): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return 'inf';
  switch (type) {
    case 'e':
    case 'E': {
      const { digits, exponent } = exponentDigits(value, precision ?? 6);
      const text = scientific(digits, exponent);
      return alternate && precision === 0 ? text.replace('e', '.e') : text;
    }
    case 'f':
    case 'F':
    case '%':
      return fixedDigits(value, precision ?? 6) + (alternate && precision === 0 ? '.' : '');
    case '':
      if (precision === null) return shortest(value, alternate);
      return general(value, Math.max(precision, 1), alternate, true);
    default:
      return general(value, Math.max(precision ?? 6, 1), alternate, false);
  }
}

function shortest(value: number, alternate: boolean): string {
  if (value === 0) return '0.0';
  const { digits, exponent } = shortestDigits(value);
  if (exponent < -4 || exponent >= 16) {
    const text = scientific(digits, exponent);
    return alternate && !text.includes('.') ? text.replace('e', '.e') : text;
  }
  return positional(digits, exponent, true);
}

/** `%g`: so many significant digits, without trailing zeros; `point` keeps `.0` on whole numbers. */
function general(value: number, precision: number, alternate: boolean, point: boolean): string {
  const { digits, exponent } = exponentDigits(value, precision - 1);
  const kept = alternate ? digits : digits.replace(/(?<!0)0+$/, '') || '0';
  if (exponent < -4 || exponent + 1 > precision - (point ? 1 : 0)) {
    const text = scientific(kept, exponent);
    return alternate && !text.includes('.') ? text.replace('e', '.e') : text;
  }
  const text = positional(kept, exponent, point);
  return alternate && !text.includes('.') ? `${text}.` : text;
}
