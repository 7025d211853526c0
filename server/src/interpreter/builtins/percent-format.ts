/** `template % values`: printf-style formatting of strings and bytes. */
import type { Context } from '../../values/context';
import { int, isUnknownValue, type UnknownValue, type Value } from '../../values/value';
import { plain } from './boxed';
import { asBytes } from './bytes';
import { dictGet } from './dict-access';
import { floatText } from './format-spec';
import { toFloatValue, toInt } from './numbers';
import { subscript } from './operations';
import { callMethod, typeName } from './special';
import { codePointLength, codePoints, escapeNonAscii, latin1 } from './string-text';
import { intText, reprOf, strOf } from './text';

type Text = string | UnknownValue;

const MAX_WIDTH = 100_000;
const DIRECTIVE = /%(?:\(((?:[^()]|\([^()]*\))*)\))?([#0\- +]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?([\s\S])?/gu;

interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
}

/** What CPython takes for one: whatever is subscribed by more than positions, but texts and tuples. */
function isMapping(given: Value, context: Context): boolean {
  const cls = context.classOf(given);
  if (isUnknownValue(cls)) return true;
  if (plain(given).kind === 'str' || given.kind === 'tuple') return false;
  return cls.lookup('__getitem__') !== undefined && !(cls.name === 'deque' && cls.module === 'collections');
}

/** The values, taken one after the other. */
class Values {
  private next = 0;
  readonly items: readonly Value[];
  private readonly single: boolean;

  constructor(
    private readonly given: Value,
    private readonly ofBytes: boolean,
  ) {
    this.single = given.kind !== 'tuple';
    this.items = given.kind === 'tuple' ? given.items : [given];
  }

  take(context: Context): Value {
    const item = this.items[this.next];
    if (item === undefined) return context.raise('TypeError', 'not enough arguments for format string');
    this.next += 1;
    return item;
  }

  named(name: string, context: Context): Value {
    const { given } = this;
    this.next = this.items.length;
    const key: Value = this.ofBytes
      ? { kind: 'bytes', value: Uint8Array.from(name, (c) => c.charCodeAt(0)) }
      : { kind: 'str', value: name };
    if (given.kind === 'dict' && !given.cls) {
      const found = dictGet(given, key, context);
      if (found !== undefined) return found;
    }
    if (!isMapping(given, context)) return context.raise('TypeError', 'format requires a mapping');
    return subscript(given, key, context);
  }

  /** Raises TypeError where values are left over; one that is no tuple but a mapping may be. */
  finish(context: Context): void {
    if (this.next >= this.items.length) return;
    if (!this.single || !isMapping(this.given, context))
      context.raise('TypeError', `not all arguments converted during ${this.ofBytes ? 'bytes' : 'string'} formatting`);
  }
}

/** `template % given`; bytes are given and come back as the characters of their codes. */
export function percentFormat(template: string, given: Value, context: Context, ofBytes = false): Text {
  const values = new Values(given, ofBytes);
  let result = '';
  let last = 0;
  for (const found of template.matchAll(DIRECTIVE)) {
    result += template.slice(last, found.index);
    last = found.index + found[0].length;
    const [, name, flags = '', width, precision, type] = found;
    if (type === undefined) return context.raise('ValueError', 'incomplete format');
    if (found[0] === '%%') {
      result += '%';
      continue;
    }
    const value = name === undefined ? undefined : values.named(name, context);
    const directive = readDirective(flags, width, precision, found[0].includes('.'), values, context);
    if ('kind' in directive) return directive;
    const taken = value ?? values.take(context);
    if (!'diouxXeEfFgGcrsa'.includes(type) && !(ofBytes && type === 'b')) {
      if (type === '(') return context.raise('ValueError', 'incomplete format key');
      const code = (type.codePointAt(0) ?? 0).toString(16);
      return context.raise(
        'ValueError',
        `unsupported format character '${type}' (0x${code}) at index ${last - type.length}`,
      );
    }
    const text = ofBytes ? convertToBytes(type, taken, directive, context) : convert(type, taken, directive, context);
    if (typeof text !== 'string') return text;
    result += text;
  }
  values.finish(context);
  return result + template.slice(last);
}

function readDirective(
  flags: string,
  width: string | undefined,
  precision: string | undefined,
  hasPoint: boolean,
  values: Values,
  context: Context,
): Directive | UnknownValue {
  let allFlags = flags;
  let size = width === undefined ? 0 : Number(width);
  if (width === '*') {
    const given = values.take(context);
    if (isUnknownValue(given)) return given;
    if (given.kind !== 'int') return context.raise('TypeError', '* wants int');
    size = Number(given.value);
    if (size < 0) {
      allFlags += '-';
      size = -size;
    }
  }
  let digits = hasPoint ? Number(precision ?? 0) : null;
  if (precision === '*') {
    const given = values.take(context);
    if (isUnknownValue(given)) return given;
    if (given.kind !== 'int') return context.raise('TypeError', '* wants int');
    digits = Math.max(0, Number(given.value));
  }
  if (size > MAX_WIDTH || (digits ?? 0) > MAX_WIDTH) return context.unknown('the text is too long to follow');
  return { flags: allFlags, width: size, precision: digits };
}

function convertToBytes(type: string, value: Value, directive: Directive, context: Context): Text {
  if (isUnknownValue(value)) return value;
  if (type === 'r' || type === 'a') return convert('a', value, directive, context);
  if (type === 's' || type === 'b') {
    const made = value.kind === 'instance' ? (callMethod(value, '__bytes__', [], context) ?? plain(value)) : value;
    if (isUnknownValue(made)) return made;
    const found = asBytes(made);
    if (!found) {
      const wanted = 'a bytes-like object, or an object that implements __bytes__,';
      return context.raise('TypeError', `%b requires ${wanted} not '${typeName(value, context)}'`);
    }
    const text = latin1(found.value);
    return fill('', directive.precision === null ? text : text.slice(0, directive.precision), directive, false);
  }
  if (type !== 'c') return convert(type, value, directive, context);
  const one = asBytes(value);
  if (one?.value.length === 1) return fill('', latin1(one.value), directive, false);
  const code = plain(value);
  if (code.kind !== 'int' && code.kind !== 'bool') {
    return context.raise('TypeError', '%c requires an integer in range(256) or a single byte');
  }
  if (Number(code.value) < 0 || Number(code.value) > 255) {
    return context.raise('OverflowError', '%c arg not in range(256)');
  }
  return fill('', String.fromCharCode(Number(code.value)), directive, false);
}

function convert(type: string, value: Value, directive: Directive, context: Context): Text {
  if (isUnknownValue(value)) return value;
  switch (type) {
    case 's':
    case 'r':
    case 'a': {
      const text = type === 's' ? strOf(value, context) : reprOf(value, context);
      if (typeof text !== 'string') return text;
      const shown = type === 'a' ? escapeNonAscii(text) : text;
      const cut = directive.precision === null ? shown : codePoints(shown).slice(0, directive.precision).join('');
      return fill('', cut, directive, false);
    }
    case 'c':
      return fill('', character(value, context), directive, false);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return integer(type, value, directive, context);
    default:
      return real(type, value, directive, context);
  }
}

function character(value: Value, context: Context): string {
  const inner = plain(value);
  if (inner.kind === 'str') {
    if (codePointLength(inner.value) !== 1) return context.raise('TypeError', '%c requires int or char');
    return inner.value;
  }
  if (inner.kind === 'bool') return String.fromCharCode(Number(inner.value));
  if (inner.kind !== 'int') return context.raise('TypeError', '%c requires int or char');
  if (inner.value < 0 || inner.value > 0x10ffff) context.raise('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(inner.value));
}

function integer(type: string, value: Value, directive: Directive, context: Context): Text {
  const inner = plain(value);
  const decimal = type === 'd' || type === 'i' || type === 'u';
  const isNumber = inner.kind === 'int' || inner.kind === 'bool' || (decimal && inner.kind === 'float');
  if (!isNumber && !hasIndex(value, decimal, context)) {
    const wanted = decimal ? 'a real number' : 'an integer';
    return context.raise('TypeError', `%${type} format: ${wanted} is required, not ${typeName(value, context)}`);
  }
  const number = toInt(value, context);
  if (number.kind !== 'int') return isUnknownValue(number) ? number : context.unknown('its text is not known');
  const magnitude = number.value < 0 ? -number.value : number.value;
  let digits = decimal ? intText(magnitude, context) : magnitude.toString(type === 'o' ? 8 : 16);
  if (directive.precision !== null) digits = digits.padStart(directive.precision, '0');
  let prefix = signOf(number.value < 0, directive);
  if (directive.flags.includes('#') && !decimal) prefix += `0${type}`;
  return fill(prefix, type === 'X' ? digits.toUpperCase() : digits, directive, true);
}

function hasIndex(value: Value, decimal: boolean, context: Context): boolean {
  const cls = context.classOf(value);
  if (isUnknownValue(cls) || (value.kind !== 'instance' && value.kind !== 'tensor')) return false;
  return cls.lookup('__index__') !== undefined || (decimal && cls.lookup('__int__') !== undefined);
}

function real(type: string, value: Value, directive: Directive, context: Context): Text {
  const inner = plain(value);
  if (inner.kind === 'str' || inner.kind === 'bytes') {
    return context.raise('TypeError', `must be real number, not ${typeName(value, context)}`);
  }
  const cls = context.classOf(value);
  const isNumber = ['int', 'float', 'bool'].includes(inner.kind);
  if (!isNumber && !isUnknownValue(cls) && !cls.lookup('__float__') && !cls.lookup('__index__')) {
    return context.raise('TypeError', `must be real number, not ${typeName(value, context)}`);
  }
  const number = toFloatValue(inner.kind === 'bool' ? int(Number(inner.value)) : value, context);
  if (number.kind !== 'float') return isUnknownValue(number) ? number : context.unknown('its text is not known');
  const text = floatText(number.value, type, directive.precision, directive.flags.includes('#'));
  const negative = number.value < 0 || Object.is(number.value, -0);
  const shown = 'EFG'.includes(type) ? text.toUpperCase() : text;
  return fill(signOf(negative, directive), shown, directive, true);
}

function signOf(negative: boolean, { flags }: Directive): string {
  return negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function fill(prefix: string, text: string, { flags, width }: Directive, zeros: boolean): string {
  const missing = width - codePointLength(prefix + text);
  if (missing <= 0) return prefix + text;
  if (flags.includes('-')) return prefix + text + ' '.repeat(missing);
  if (flags.includes('0') && zeros) return prefix + '0'.repeat(missing) + text;
  return ' '.repeat(missing) + prefix + text;
}
