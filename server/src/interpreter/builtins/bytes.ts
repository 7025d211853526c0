/** `bytes` and `bytearray`, as far as programs that build models use them. */
import type { Context } from '../../values/context';
import {
  type BytesValue,
  bool,
  type ClassValue,
  InstanceValue,
  int,
  ListValue,
  NONE,
  OBJECT,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { Boxed, plain } from './boxed';
import { builtinClass, methodsOf, named, native } from './define';
import { decodeBytes, encodeText } from './encodings';
import { hashesByContent } from './hashing';
import { sequenceIterator } from './iterators';
import { repeated } from './list';
import { comparisonMethods } from './numbers';
import { tryIndex } from './protocols';
import { pick, taken } from './slicing';
import { typeName } from './special';
import { bytesRepr } from './string-text';

const MAX_LENGTH = 1_000_000;

function asBytes(value: Value): BytesValue | undefined {
  const inner = plain(value);
  return inner.kind === 'bytes' ? inner : undefined;
}

export function bytes(value: Uint8Array): BytesValue {
  return { kind: 'bytes', value };
}

const method = methodsOf<BytesValue>('bytes', asBytes);

/** One byte a character, so that searching and splitting are those of strings. */
function chars(value: BytesValue): string {
  return Array.from(value.value, (byte) => String.fromCharCode(byte)).join('');
}

function fromChars(text: string): BytesValue {
  return bytes(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

function argument(value: Value, context: Context): string {
  const given = asBytes(value);
  if (given) return chars(given);
  return context.raise('TypeError', `a bytes-like object is required, not '${typeName(value, context)}'`);
}

/** `bytes(source, encoding, errors)` */
function make(
  context: Context,
  source: Value | undefined,
  encoding?: Value,
  errors?: Value,
): BytesValue | UnknownValue {
  if (source === undefined) return bytes(new Uint8Array());
  const inner = plain(source);
  if (inner.kind === 'str') {
    if (encoding === undefined) return context.raise('TypeError', 'string argument without an encoding');
    return encodeText(inner.value, encoding, errors ?? str('strict'), context);
  }
  if (inner.kind === 'bytes') return inner;
  const size = inner.kind === 'list' || inner.kind === 'tuple' ? undefined : tryIndex(inner, context);
  if (typeof size === 'object') return size;
  if (size !== undefined) {
    if (size < 0) return context.raise('ValueError', 'negative count');
    if (size > MAX_LENGTH) return context.unknown('that many bytes are not followed');
    return bytes(new Uint8Array(Number(size)));
  }
  const items = context.items(inner);
  if ('kind' in items) return items;
  const made: number[] = [];
  for (const item of items) {
    const byte = tryIndex(item, context);
    if (byte === undefined) {
      return context.raise('TypeError', `'${typeName(item, context)}' object cannot be interpreted as an integer`);
    }
    if (typeof byte === 'object') return byte;
    if (byte < 0 || byte > 255) return context.raise('ValueError', 'bytes must be in range(0, 256)');
    made.push(Number(byte));
  }
  return bytes(Uint8Array.from(made));
}

function viaText(name: string, change: (text: string) => string) {
  return method(`${name}(/)`, (_context, self) => fromChars(change(chars(self))));
}

const ascii = (text: string, change: (letters: string) => string) => text.replace(/[A-Za-z]+/g, change);

export const bytesClass: ClassValue = builtinClass(
  'bytes',
  [OBJECT],
  [
    ...comparisonMethods(method),
    ...named(
      native(
        '__new__(cls, source=, encoding=, errors=)',
        (context, _cls: Value, source?: Value, encoding?: Value, errors?: Value) =>
          make(context, source, encoding, errors),
      ),
      method('decode(encoding="utf-8", errors="strict")', (context, self, encoding: Value, errors: Value) => {
        const text = decodeBytes(self, encoding, errors, context);
        return typeof text === 'string' ? str(text) : text;
      }),
      method('hex(/)', (_context, self) =>
        str(Array.from(self.value, (byte) => byte.toString(16).padStart(2, '0')).join('')),
      ),
      viaText('upper', (text) => ascii(text, (letters) => letters.toUpperCase())),
      viaText('lower', (text) => ascii(text, (letters) => letters.toLowerCase())),
      method('strip(bytes=None, /)', (context, self, given: Value) => {
        const set = given.kind === 'None' ? ' \t\n\r\v\f' : argument(given, context);
        const text = chars(self);
        let [start, stop] = [0, text.length];
        while (start < stop && set.includes(text.charAt(start))) start += 1;
        while (stop > start && set.includes(text.charAt(stop - 1))) stop -= 1;
        return fromChars(text.slice(start, stop));
      }),
      method('startswith(prefix, /)', (context, self, prefix: Value) =>
        bool(chars(self).startsWith(argument(prefix, context))),
      ),
      method('endswith(suffix, /)', (context, self, suffix: Value) =>
        bool(chars(self).endsWith(argument(suffix, context))),
      ),
      method('find(sub, /)', (context, self, sub: Value) => int(chars(self).indexOf(argument(sub, context)))),
      method('count(sub, /)', (context, self, sub: Value) => int(chars(self).split(argument(sub, context)).length - 1)),
      method('replace(old, new, /)', (context, self, old: Value, replacement: Value) =>
        fromChars(chars(self).replaceAll(argument(old, context), () => argument(replacement, context))),
      ),
      method(
        'split(sep, /)',
        (context, self, separator: Value) =>
          new ListValue(chars(self).split(argument(separator, context)).map(fromChars)),
      ),
      method('join(iterable, /)', (context, self, iterable: Value) => {
        const items = context.items(iterable);
        if ('kind' in items) return items;
        return fromChars(items.map((item) => argument(item, context)).join(chars(self)));
      }),
      method('__len__(/)', (_context, self) => int(self.value.length)),
      method('__iter__(/)', (_context, self) => sequenceIterator('bytes_iterator', Array.from(self.value, int))),
      method('__contains__(key, /)', (context, self, key: Value) => {
        const byte = tryIndex(key, context);
        if (typeof byte === 'object') return byte;
        return bool(
          byte === undefined ? chars(self).includes(argument(key, context)) : self.value.includes(Number(byte)),
        );
      }),
      method('__getitem__(key, /)', (context, self, key: Value) => {
        const picked = pick('byte', self.value.length, key, context, '');
        if (picked.kind === 'unknown') return picked;
        if (picked.kind === 'index') return int(self.value[picked.at] as number);
        return bytes(Uint8Array.from(taken(Array.from(self.value), picked.bounds)));
      }),
      method('__add__(value, /)', (context, self, other: Value) => {
        const right = asBytes(other);
        if (!right) return context.raise('TypeError', `can't concat ${typeName(other, context)} to bytes`);
        return bytes(Uint8Array.from([...self.value, ...right.value]));
      }),
      ...['__mul__', '__rmul__'].map((name) =>
        method(`${name}(value, /)`, (context, self, count: Value) => {
          const items = repeated(context, Array.from(self.value, int), count);
          return 'kind' in items
            ? items
            : bytes(Uint8Array.from(items, (item) => (item.kind === 'int' ? Number(item.value) : 0)));
        }),
      ),
      method('__repr__(/)', (_context, self) => str(bytesRepr(self.value))),
      method('__getnewargs__(/)', (_context, self) => tuple([self])),
      hashesByContent(method('__hash__(/)', (context) => context.unknown('the hash of bytes differs from run to run'))),
    ),
    [
      'fromhex',
      {
        kind: 'classmethod',
        function: native('fromhex(cls, string, /)', (context, _cls: Value, text: Value): Value => {
          const source = text.kind === 'str' ? text.value : '';
          const digits = source.replace(/\s/g, '');
          if (!/^([0-9a-fA-F]{2})*$/.test(digits)) {
            const valid = /^([0-9a-fA-F]{2}|\s)*[0-9a-fA-F]?/.exec(source)?.[0].length ?? 0;
            return context.raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${valid}`);
          }
          return bytes(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
        }),
      },
    ],
  ],
);

/** What a bytearray holds is not followed beyond its making: it changes in place. */
export const bytearrayClass: ClassValue = builtinClass(
  'bytearray',
  [OBJECT],
  [
    ...named(
      native(
        '__new__(cls, source=, encoding=, errors=)',
        (context, cls: Value, source?: Value, encoding?: Value, errors?: Value): Value => {
          const made = make(context, source, encoding, errors);
          if (made.kind !== 'bytes' || cls.kind !== 'class') return made;
          return new InstanceValue(context.heap.identity(), cls, new Boxed(made));
        },
      ),
      ...[
        '__getitem__',
        '__setitem__',
        '__iadd__',
        'append',
        'extend',
        '__len__',
        '__iter__',
        '__repr__',
        'decode',
        'pop',
        'clear',
      ].map((name) => native(`${name}(self, *args)`, (context) => context.unknown('a `bytearray` is not followed'))),
    ),
    ['__hash__', NONE],
  ],
);
