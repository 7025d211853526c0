/** `bytes` and `bytearray`, as far as programs that build models use them. */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type BytesValue,
  bool,
  type ClassValue,
  InstanceValue,
  int,
  isUnknownValue,
  ListValue,
  OBJECT,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { Boxed, plain } from './boxed';
import { builtinClass, methodsOf, named, native } from './define';
import { checkNames, decodeBytes, encodeText } from './encodings';
import { exceptionArguments } from './exception-state';
import { hashesByContent } from './hashing';
import { sequenceIterator } from './iterators';
import { repeated } from './list';
import { comparisonMethods } from './numbers';
import { percentFormat } from './percent-format';
import { indexOf, lengthOf, tryIndex } from './protocols';
import { pick, taken } from './slicing';
import { callMethod, isIterable, typeName } from './special';
import { bytesRepr, latin1 } from './string-text';

const MAX_LENGTH = 1_000_000;

export function asBytes(value: Value): BytesValue | undefined {
  const inner = plain(value);
  return inner.kind === 'bytes' ? inner : undefined;
}

export function bytes(value: Uint8Array): BytesValue {
  return { kind: 'bytes', value };
}

/**
 * A character for each byte, so that what bytes share with strings is those methods: bytes from 128 on stand where
 * no character is a letter, a digit or white space.
 */
function chars(value: BytesValue): string {
  return Array.from(value.value, (byte) => String.fromCharCode(byte < 128 ? byte : byte + HIGH)).join('');
}

const HIGH = 0xe000;

function fromChars(text: string): BytesValue {
  return bytes(Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff));
}

/** `bytes(source, encoding, errors)` */
export function makeBytes(
  context: Context,
  type: string,
  source: Value | undefined,
  encoding?: Value,
  errors?: Value,
): BytesValue | UnknownValue {
  checkNames(type, encoding, errors, context);
  if (source === undefined) return bytes(new Uint8Array());
  const inner = plain(source);
  if (inner.kind === 'str') {
    if (encoding === undefined) return context.raise('TypeError', 'string argument without an encoding');
    return encodeText(inner.value, encoding, errors ?? str('strict'), context);
  }
  if (encoding !== undefined) return context.raise('TypeError', 'encoding without a string argument');
  if (inner.kind === 'bytes') return inner;
  const own = callMethod(source, '__bytes__', [], context);
  if (own !== undefined) {
    if (isUnknownValue(own)) return own;
    const given = asBytes(own);
    if (given) return given;
    return context.raise('TypeError', `__bytes__ returned non-bytes (type ${typeName(own, context)})`);
  }
  const size = inner.kind === 'list' || inner.kind === 'tuple' ? undefined : tryIndex(inner, context);
  if (typeof size === 'object') return size;
  if (size !== undefined) {
    if (size < 0) return context.raise('ValueError', 'negative count');
    if (size > MAX_LENGTH) return context.unknown('that many bytes are not followed');
    return bytes(new Uint8Array(Number(size)));
  }
  const cls = context.classOf(inner);
  const iterable = isUnknownValue(cls) || isIterable(cls);
  if (!iterable) return context.raise('TypeError', `cannot convert '${typeName(source, context)}' object to ${type}`);
  return bytesOf(inner, type, context);
}

/** The bytes whose numbers an iterable gives. */
export function bytesOf(iterable: Value, type: string, context: Context): BytesValue | UnknownValue {
  const given = asBytes(iterable);
  if (given) return given;
  const items = context.items(iterable);
  if ('kind' in items) return items;
  const made: number[] = [];
  for (const item of items) {
    const byte = byteOf(item, type, context);
    if (typeof byte === 'object') return byte;
    made.push(byte);
  }
  return bytes(Uint8Array.from(made));
}

/** A number from 0 to 255. */
export function byteOf(item: Value, type: string, context: Context): number | UnknownValue {
  const byte = indexOf(item, context);
  if (typeof byte === 'object') return byte;
  if (byte >= 0 && byte <= 255) return Number(byte);
  const range = type === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)';
  return context.raise('ValueError', range);
}

/** What of the methods of strings bytes have, too, with the kinds of arguments that may stand for bytes. */
const SHARED = [
  'capitalize(/)',
  'center(width, fillbyte=b" ", /)',
  'count(sub, start=, end=, /)',
  'endswith(suffix, start=, end=, /)',
  'expandtabs(tabsize=8)',
  'find(sub, start=, end=, /)',
  'index(sub, start=, end=, /)',
  'isalnum(/)',
  'isalpha(/)',
  'isascii(/)',
  'isdigit(/)',
  'islower(/)',
  'isspace(/)',
  'istitle(/)',
  'isupper(/)',
  'ljust(width, fillbyte=b" ", /)',
  'lower(/)',
  'lstrip(bytes=None, /)',
  'partition(sep, /)',
  'removeprefix(prefix, /)',
  'removesuffix(suffix, /)',
  'replace(old, new, count=-1, /)',
  'rfind(sub, start=, end=, /)',
  'rindex(sub, start=, end=, /)',
  'rjust(width, fillbyte=b" ", /)',
  'rpartition(sep, /)',
  'rsplit(sep=None, maxsplit=-1)',
  'rstrip(bytes=None, /)',
  'split(sep=None, maxsplit=-1)',
  'splitlines(keepends=False)',
  'startswith(prefix, start=, end=, /)',
  'strip(bytes=None, /)',
  'swapcase(/)',
  'title(/)',
  'upper(/)',
  'zfill(width, /)',
];

/** Methods that look for a part, which a number may be as well. */
const SEEKING: ReadonlySet<string> = new Set(['count', 'find', 'index', 'rfind', 'rindex']);
/** Their arguments that are no bytes, by position. */
const NUMBERS: ReadonlySet<string> = new Set(['zfill', 'expandtabs', 'splitlines']);

/** The methods that `bytes` and `bytearray` share; `wrap` makes the type's own of what they give. */
export function sharedMethods(type: 'bytes' | 'bytearray', wrap: (value: BytesValue, context: Context) => Value) {
  const method = methodsOf<Value>(type, (value) => (asBytes(value) ? value : undefined));
  const content = (value: Value) => asBytes(value) as BytesValue;
  const shared = SHARED.map((declaration) => {
    const name = declaration.slice(0, declaration.indexOf('('));
    return method(
      declaration.replaceAll(/=b" "/g, '='),
      (context, self, ...given: (Value | undefined)[]): Value =>
        viaText(name, type, chars(content(self)), given, wrap, context),
    );
  });
  return [
    ...comparisonMethods(methodsOf<BytesValue>(type, asBytes)),
    ...named(
      ...shared,
      method('decode(encoding="utf-8", errors="strict")', (context, self, encoding: Value, errors: Value) => {
        const text = decodeBytes(content(self), encoding, errors, context);
        return typeof text === 'string' ? str(text) : text;
      }),
      method('hex(sep=, bytes_per_sep=1)', (context, self, separator: Value | undefined, size: Value) =>
        hexText(content(self), separator, size, context),
      ),
      method('join(iterable, /)', (context, self, iterable: Value) => {
        const cls = context.classOf(iterable);
        if (!isUnknownValue(cls) && !isIterable(cls)) {
          return context.raise('TypeError', 'can only join an iterable');
        }
        const items = context.items(iterable);
        if ('kind' in items) return items;
        const parts: string[] = [];
        for (const [i, item] of items.entries()) {
          if (isUnknownValue(item)) return item;
          const part = asBytes(item);
          if (!part) {
            const found = typeName(item, context);
            return context.raise('TypeError', `sequence item ${i}: expected a bytes-like object, ${found} found`);
          }
          parts.push(chars(part));
        }
        return wrap(fromChars(parts.join(chars(content(self)))), context);
      }),
      method('translate(table, /, delete=)', (context, self, table: Value, removed?: Value) => {
        const map = table.kind === 'None' ? null : asBytes(table);
        const gone = removed ? asBytes(removed) : bytes(new Uint8Array());
        if (map === undefined || gone === undefined) {
          const wrong = map === undefined ? table : (removed as Value);
          return context.raise('TypeError', `a bytes-like object is required, not '${typeName(wrong, context)}'`);
        }
        if (map && map.value.length !== 256) {
          return context.raise('ValueError', 'translation table must be 256 characters long');
        }
        const kept = content(self).value.filter((byte) => !gone.value.includes(byte));
        return wrap(bytes(map ? kept.map((byte) => map.value[byte] as number) : kept), context);
      }),
      method('__len__(/)', (_context, self) => int(content(self).value.length)),
      method('__contains__(key, /)', (context, self, key: Value) => {
        const part = asBytes(key);
        if (part) return bool(chars(content(self)).includes(chars(part)));
        if (tryIndex(key, context) === undefined) {
          return context.raise('TypeError', `a bytes-like object is required, not '${typeName(key, context)}'`);
        }
        const byte = byteOf(key, 'byte', context);
        return typeof byte === 'object' ? byte : bool(content(self).value.includes(byte));
      }),
      method('__getitem__(key, /)', (context, self, key: Value) => {
        const { value } = content(self);
        const picked = pick(
          type === 'bytes' ? 'byte' : type,
          value.length,
          key,
          context,
          type === 'bytes' ? '' : 'index',
        );
        if (picked.kind === 'unknown') return picked;
        if (picked.kind === 'index') return int(value[picked.at] as number);
        return wrap(bytes(Uint8Array.from(taken(Array.from(value), picked.bounds))), context);
      }),
      method('__add__(value, /)', (context, self, other: Value) => {
        const right = asBytes(other);
        if (!right) return context.raise('TypeError', `can't concat ${typeName(other, context)} to ${type}`);
        return wrap(bytes(Uint8Array.from([...content(self).value, ...right.value])), context);
      }),
      ...['__mul__', '__rmul__'].map((name) =>
        method(`${name}(value, /)`, (context, self, count: Value) => {
          const items = repeated(context, Array.from(content(self).value, int), count);
          if ('kind' in items) return items;
          const numbers = items.map((item) => (item.kind === 'int' ? Number(item.value) : 0));
          return wrap(bytes(Uint8Array.from(numbers)), context);
        }),
      ),
      method('__mod__(value, /)', (context, self, values: Value) => {
        const made = percentFormat(latin1(content(self).value), values, context, true);
        return typeof made === 'string' ? wrap(bytes(Uint8Array.from(made, (c) => c.charCodeAt(0))), context) : made;
      }),
    ),
    [
      'fromhex',
      {
        kind: 'classmethod',
        function: native('fromhex(cls, string, /)', (context, _cls: Value, text: Value): Value => {
          if (text.kind !== 'str') {
            return context.raise('TypeError', `fromhex() argument must be str, not ${typeName(text, context)}`);
          }
          const digits = text.value.replace(/\s/g, '');
          if (!/^([0-9a-fA-F]{2})*$/.test(digits)) {
            const valid = /^([0-9a-fA-F]{2}|\s)*[0-9a-fA-F]?/.exec(text.value)?.[0].length ?? 0;
            return context.raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${valid}`);
          }
          const pairs = digits.match(/../g) ?? [];
          return wrap(bytes(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))), context);
        }),
      },
    ],
    [
      'maketrans',
      {
        kind: 'staticmethod',
        function: native('maketrans(frm, to, /)', (context, from: Value, to: Value): Value => {
          const [a, b] = [asBytes(from), asBytes(to)];
          if (!a || !b) {
            const wrong = typeName(a ? to : from, context);
            return context.raise('TypeError', `a bytes-like object is required, not '${wrong}'`);
          }
          if (a.value.length !== b.value.length) {
            return context.raise('ValueError', 'maketrans arguments must have same length');
          }
          const table = Uint8Array.from({ length: 256 }, (_, i) => i);
          for (const [i, byte] of a.value.entries()) table[byte] = b.value[i] as number;
          return bytes(table);
        }),
      },
    ],
  ] as (readonly [string, Value])[];
}

function hexText(self: BytesValue, separator: Value | undefined, size: Value, context: Context): Value {
  if (!isUnknownValue(size)) indexOf(size, context);
  const digits = Array.from(self.value, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === undefined) return str(digits.join(''));
  const length = lengthOf(separator, context);
  if (typeof length !== 'number') return length;
  if (length !== 1) return context.raise('ValueError', 'sep must be length 1.');
  const mark =
    separator.kind === 'str' ? separator.value : asBytes(separator) ? chars(asBytes(separator) as BytesValue) : null;
  if (mark === null) return context.raise('TypeError', 'sep must be str or bytes.');
  if (separator.kind === 'str' && mark > '\x7f') return context.raise('ValueError', 'sep must be ASCII.');
  const per = tryIndex(size, context);
  if (typeof per === 'object') return per;
  const group = Math.abs(Number(per ?? 1));
  if (group === 0) return str(digits.join(''));
  const parts: string[] = [];
  const first = Number(per) > 0 ? digits.length % group : 0;
  if (first > 0) parts.push(digits.slice(0, first).join(''));
  for (let i = first; i < digits.length; i += group) parts.push(digits.slice(i, i + group).join(''));
  return str(parts.join(mark));
}

/** A method of strings, on the characters that stand for bytes. */
function viaText(
  name: string,
  type: string,
  text: string,
  given: readonly (Value | undefined)[],
  wrap: (value: BytesValue, context: Context) => Value,
  context: Context,
): Value {
  const method = context.builtin('str').lookup(name);
  if (!method) return context.unknown(`\`${name}\` of bytes is not followed`);
  const wanted: Value[] = [];
  checkNumbers(name, given, context);
  for (const [i, value] of given.entries()) {
    if (value === undefined) break;
    const converted = asText(name, i, value, context);
    if (isUnknownValue(converted)) return converted;
    if (name === 'replace' && i === 2) indexOf(converted, context);
    wanted.push(converted);
  }
  const back = (value: Value): Value => {
    switch (value.kind) {
      case 'str':
        return wrap(fromChars(value.value), context);
      case 'list':
        return new ListValue(value.items.map(back));
      case 'tuple':
        return tuple(value.items.map(back));
      default:
        return value;
    }
  };
  const made = context.attempt(() => context.call(method, args([str(text), ...wanted])));
  if ('value' in made) return back(made.value);
  const [message] = exceptionArguments(made.error.exception);
  if (message?.kind !== 'str') throw made.error;
  if (message.value === 'substring not found') return context.raise('ValueError', `subsection not found`);
  if (message.value.startsWith('The fill character')) {
    return context.raise('TypeError', `${name}() argument 2 must be a byte string of length 1, not ${type}`);
  }
  throw made.error;
}

/** What must be a number is looked at before what must be bytes. */
function checkNumbers(name: string, given: readonly (Value | undefined)[], context: Context): void {
  const check = (value: Value | undefined) => {
    if (value && !isUnknownValue(value)) indexOf(value, context);
  };
  if (/split$/.test(name)) check(given[1]);
  else if (/just$|center|zfill|expandtabs/.test(name)) check(given[0]);
  else if (name === 'splitlines') check(given[0]);
  else if (SEEKING.has(name) || /with$/.test(name)) {
    for (const value of given.slice(1)) {
      if (!value || value.kind === 'None' || isUnknownValue(value)) continue;
      indexOf(value, context, 'slice indices must be integers or None or have an __index__ method');
    }
  }
}

const FILLING: ReadonlySet<string> = new Set(['center', 'ljust', 'rjust']);

/** An argument of such a method as one of the string's. */
function asText(name: string, index: number, value: Value, context: Context): Value {
  const given = asBytes(value);
  if (given) return str(chars(given));
  const isNumber = tryIndex(value, context) !== undefined;
  if (NUMBERS.has(name) || (index > 0 && name !== 'replace' && !FILLING.has(name)) || (name === 'replace' && index > 1))
    return value;
  if (index === 0 && isNumber && FILLING.has(name)) return value;
  if (value.kind === 'None' && /strip|split/.test(name)) return value;
  if (index === 1 && FILLING.has(name)) {
    const found = typeName(value, context);
    return context.raise('TypeError', `${name}() argument 2 must be a byte string of length 1, not ${found}`);
  }
  if (SEEKING.has(name)) {
    if (isNumber) {
      const byte = byteOf(value, 'byte', context);
      return typeof byte === 'object' ? byte : str(chars(bytes(Uint8Array.of(byte))));
    }
    const found = typeName(value, context);
    return context.raise('TypeError', `argument should be integer or bytes-like object, not '${found}'`);
  }
  if (/with$/.test(name)) {
    if (value.kind === 'tuple') {
      const parts = value.items.map((item) => asBytes(item));
      const wrong = value.items[parts.indexOf(undefined)];
      if (!wrong) return tuple(parts.map((part) => str(chars(part as BytesValue))));
      return context.raise('TypeError', `a bytes-like object is required, not '${typeName(wrong, context)}'`);
    }
    const found = typeName(value, context);
    return context.raise('TypeError', `${name} first arg must be bytes or a tuple of bytes, not ${found}`);
  }
  return context.raise('TypeError', `a bytes-like object is required, not '${typeName(value, context)}'`);
}

const method = methodsOf<BytesValue>('bytes', asBytes);

export const bytesClass: ClassValue = builtinClass(
  'bytes',
  [OBJECT],
  [
    ...sharedMethods('bytes', (value) => value),
    ...named(
      native(
        '__new__(cls, source=, encoding=, errors=)',
        (context, cls: Value, source?: Value, encoding?: Value, errors?: Value): Value => {
          const made = makeBytes(context, 'bytes', source, encoding, errors);
          if (made.kind !== 'bytes' || cls.kind !== 'class' || cls === bytesClass) return made;
          return new InstanceValue(context.heap.identity(), cls, new Boxed(made));
        },
      ),
      method('__iter__(/)', (_context, self) => sequenceIterator('bytes_iterator', Array.from(self.value, int))),
      method('__repr__(/)', (_context, self) => str(bytesRepr(self.value))),
      method('__bytes__(/)', (_context, self) => self),
      method('__getnewargs__(/)', (_context, self) => tuple([self])),
      hashesByContent(method('__hash__(/)', (context) => context.unknown('the hash of bytes differs from run to run'))),
    ),
  ],
);
