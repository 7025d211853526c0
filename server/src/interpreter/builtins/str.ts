/** `str` */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type BytesValue,
  bool,
  type ClassValue,
  type DictEntry,
  DictValue,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  OBJECT,
  type StrValue,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { plain } from './boxed';
import * as characters from './characters';
import { builtinClass, type DeclareMethod, methodsOf, named, native } from './define';
import { dictGet } from './dict-access';
import { checkNames, decodeBytes, encodeText } from './encodings';
import { hashesByContent, hashKey, type UnknownHash } from './hashing';
import { stringIterator } from './iterators';
import { asInstanceOf, comparisonMethods, formatMethod } from './numbers';
import { subscript } from './operations';
import { percentFormat } from './percent-format';
import { indexOf, tryIndex } from './protocols';
import { pick, range, taken } from './slicing';
import { isIterable, typeName } from './special';
import { formatTemplate } from './string-format';
import { codePointLength, codePoints, isPrintable, isSimple, stringRepr } from './string-text';
import { strOf } from './text';

/** Longer strings than this are not made. */
const MAX_LENGTH = 1_000_000;

function asStr(value: Value): StrValue | undefined {
  const inner = plain(value);
  return inner.kind === 'str' ? inner : undefined;
}

export const strMethod: DeclareMethod<StrValue> = methodsOf<StrValue>('str', asStr);

type Text = string | UnknownValue;

function made(text: Text): Value {
  return typeof text === 'string' ? str(text) : text;
}

function stringArgument(value: Value, message: (type: string) => string, context: Context): string {
  const text = asStr(value);
  return text ? text.value : context.raise('TypeError', message(typeName(value, context)));
}

/** The number of code points before an offset in UTF-16 units. */
function codePointIndex(text: string, offset: number): number {
  return isSimple(text) ? offset : codePointLength(text.slice(0, offset));
}

/** A part of a string by code points. */
function part(text: string, start: number, stop: number): string {
  return isSimple(text)
    ? text.slice(start, Math.max(start, stop))
    : codePoints(text).slice(start, Math.max(start, stop)).join('');
}

// ---------------------------------------------------------------- searching

type Find = (context: Context, self: StrValue, sub: Value, start?: Value, end?: Value) => number | UnknownValue;

function finder(last: boolean): Find {
  return (context, self, sub, start, end) => {
    const window = range(start, end, codePointLength(self.value), context);
    if ('kind' in window) return window;
    const sought = stringArgument(sub, (type) => `must be str, not ${type}`, context);
    if (window.start > window.stop) return -1;
    const text = part(self.value, window.start, window.stop);
    const at = last ? text.lastIndexOf(sought) : text.indexOf(sought);
    return at < 0 ? -1 : window.start + codePointIndex(text, at);
  };
}

function findMethods(name: string, find: Find) {
  return [
    strMethod(`${name}find(sub, start=None, end=None, /)`, (context, self, sub: Value, start: Value, end: Value) => {
      const at = find(context, self, sub, given(start), given(end));
      return typeof at === 'number' ? int(at) : at;
    }),
    strMethod(`${name}index(sub, start=None, end=None, /)`, (context, self, sub: Value, start: Value, end: Value) => {
      const at = find(context, self, sub, given(start), given(end));
      if (typeof at !== 'number') return at;
      return at < 0 ? context.raise('ValueError', 'substring not found') : int(at);
    }),
  ];
}

/** None stands for what is left out. */
function given(value: Value | undefined): Value | undefined {
  return value === undefined || value.kind === 'None' ? undefined : value;
}

function countOf(context: Context, self: StrValue, sub: Value, start: Value, end: Value): Value {
  const window = range(given(start), given(end), codePointLength(self.value), context);
  if ('kind' in window) return window;
  const sought = stringArgument(sub, (type) => `must be str, not ${type}`, context);
  if (window.start > window.stop) return int(0);
  const text = part(self.value, window.start, window.stop);
  return int(sought === '' ? codePointLength(text) + 1 : text.split(sought).length - 1);
}

function affixMethod(name: 'startswith' | 'endswith') {
  const fits = (text: string, affix: string) => (name === 'startswith' ? text.startsWith(affix) : text.endsWith(affix));
  return strMethod(
    `${name}(prefix, start=None, end=None, /)`,
    (context, self, affix: Value, start: Value, end: Value) => {
      const window = range(given(start), given(end), codePointLength(self.value), context);
      if ('kind' in window) return window;
      const options = affix.kind === 'tuple' ? affix.items : [affix];
      for (const option of options) {
        if (isUnknownValue(option)) return option;
        const text = asStr(option);
        if (!text) {
          return context.raise(
            'TypeError',
            affix.kind === 'tuple'
              ? `tuple for ${name} must only contain str, not ${typeName(option, context)}`
              : `${name} first arg must be str or a tuple of str, not ${typeName(option, context)}`,
          );
        }
        if (window.start <= window.stop && fits(part(self.value, window.start, window.stop), text.value))
          return bool(true);
      }
      return bool(false);
    },
  );
}

// ---------------------------------------------------------------- splitting and joining

function limitOf(value: Value, context: Context): number | UnknownValue {
  const limit = indexOf(value, context);
  if (typeof limit === 'object') return limit;
  return limit < 0 ? Number.POSITIVE_INFINITY : Number(limit);
}

function splitOnSpace(text: string, limit: number, fromEnd: boolean): string[] {
  const parts: string[] = [];
  let rest = fromEnd ? characters.stripEnd(text) : characters.stripStart(text);
  while (rest !== '') {
    if (parts.length >= limit) {
      parts.push(fromEnd ? characters.stripEnd(rest) : rest);
      break;
    }
    const gaps = [...rest.matchAll(characters.SPACES)];
    const gap = fromEnd ? gaps[gaps.length - 1] : gaps[0];
    if (!gap) {
      parts.push(rest);
      break;
    }
    const word = fromEnd ? rest.slice(gap.index + gap[0].length) : rest.slice(0, gap.index);
    if (word !== '') parts.push(word);
    rest = fromEnd ? rest.slice(0, gap.index) : rest.slice(gap.index + gap[0].length);
  }
  return fromEnd ? parts.reverse() : parts;
}

function splitOnSpaces(text: string, limit: number, fromEnd: boolean): string[] {
  if (limit !== Number.POSITIVE_INFINITY) {
    const parts = splitOnSpace(text, limit, fromEnd);
    // The unsplit rest keeps the space at its far side.
    return parts;
  }
  const trimmed = characters.stripEnd(characters.stripStart(text));
  return trimmed === '' ? [] : trimmed.split(characters.SPACES);
}

function splitOn(text: string, separator: string, limit: number, fromEnd: boolean): string[] {
  const parts = text.split(separator);
  if (parts.length - 1 <= limit) return parts;
  if (fromEnd) {
    const cut = parts.length - limit;
    return [parts.slice(0, cut).join(separator), ...parts.slice(cut)];
  }
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

function splitMethod(name: 'split' | 'rsplit') {
  return strMethod(`${name}(sep=None, maxsplit=-1)`, (context, self, separator: Value, maximum: Value) => {
    const limit = limitOf(maximum, context);
    if (typeof limit !== 'number') return limit;
    context.spend(self.value.length >> 4);
    const fromEnd = name === 'rsplit';
    if (separator.kind === 'None') return texts(splitOnSpaces(self.value, limit, fromEnd));
    const text = stringArgument(separator, (type) => `must be str or None, not ${type}`, context);
    if (text === '') return context.raise('ValueError', 'empty separator');
    return texts(splitOn(self.value, text, limit, fromEnd));
  });
}

function texts(parts: readonly string[]): ListValue {
  return new ListValue(parts.map(str));
}

function partitionMethod(name: 'partition' | 'rpartition') {
  return strMethod(`${name}(sep, /)`, (context, self, separator: Value) => {
    const text = stringArgument(separator, (type) => `must be str, not ${type}`, context);
    if (text === '') return context.raise('ValueError', 'empty separator');
    const { value } = self;
    const at = name === 'partition' ? value.indexOf(text) : value.lastIndexOf(text);
    const parts =
      at >= 0
        ? [value.slice(0, at), text, value.slice(at + text.length)]
        : name === 'partition'
          ? [value, '', '']
          : ['', '', value];
    return tuple(parts.map(str));
  });
}

function join(context: Context, self: StrValue, iterable: Value): Value {
  if (!canBeIterated(iterable, context)) return context.raise('TypeError', 'can only join an iterable');
  const items = context.items(iterable);
  if ('kind' in items) return items;
  const parts: string[] = [];
  let length = 0;
  for (const [i, item] of items.entries()) {
    if (isUnknownValue(item)) return item;
    const text = asStr(item);
    if (!text) {
      return context.raise('TypeError', `sequence item ${i}: expected str instance, ${typeName(item, context)} found`);
    }
    parts.push(text.value);
    length += text.value.length + self.value.length;
  }
  if (length > MAX_LENGTH) return context.unknown('the text is too long to follow');
  context.spend(length >> 4);
  return str(parts.join(self.value));
}

function canBeIterated(value: Value, context: Context): boolean {
  if (value.kind === 'iterator') return true;
  const cls = context.classOf(value);
  return isUnknownValue(cls) || isIterable(cls);
}

// ---------------------------------------------------------------- stripping, filling, replacing

function stripMethod(name: 'strip' | 'lstrip' | 'rstrip') {
  const left = name !== 'rstrip';
  const right = name !== 'lstrip';
  return strMethod(`${name}(chars=None, /)`, (context, self, chars: Value) => {
    if (chars.kind === 'None') {
      const text = left ? characters.stripStart(self.value) : self.value;
      return str(right ? characters.stripEnd(text) : text);
    }
    const set = new Set(codePoints(stringArgument(chars, () => `${name} arg must be None or str`, context)));
    const all = codePoints(self.value);
    let start = 0;
    let stop = all.length;
    while (left && start < stop && set.has(all[start] as string)) start += 1;
    while (right && stop > start && set.has(all[stop - 1] as string)) stop -= 1;
    return str(all.slice(start, stop).join(''));
  });
}

function fillMethod(name: 'ljust' | 'rjust' | 'center') {
  return strMethod(`${name}(width, fillchar=" ", /)`, (context, self, width: Value, fill: Value) => {
    const size = indexOf(width, context);
    if (typeof size === 'object') return size;
    const character = asStr(fill)?.value;
    if (character === undefined) {
      return context.raise(
        'TypeError',
        `The fill character must be a unicode character, not ${typeName(fill, context)}`,
      );
    }
    if (codePointLength(character) !== 1) {
      return context.raise('TypeError', 'The fill character must be exactly one character long');
    }
    const missing = Number(size) - codePointLength(self.value);
    if (missing <= 0) return str(self.value);
    if (missing > MAX_LENGTH) return context.unknown('the text is too long to follow');
    context.spend(missing >> 4);
    // As CPython: with an odd width the extra character goes to the left.
    const left = name === 'ljust' ? 0 : name === 'rjust' ? missing : (missing >> 1) + (missing & Number(size) & 1);
    return str(character.repeat(left) + self.value + character.repeat(missing - left));
  });
}

function replace(context: Context, self: StrValue, old: Value, replacement: Value, count: Value): Value {
  const message = (position: number) => (type: string) => `replace() argument ${position} must be str, not ${type}`;
  const sought = stringArgument(old, message(1), context);
  const put = stringArgument(replacement, message(2), context);
  const limit = limitOf(count, context);
  if (typeof limit !== 'number') return limit;
  const parts = sought === '' ? ['', ...codePoints(self.value), ''] : self.value.split(sought);
  if (parts.length * put.length + self.value.length > MAX_LENGTH)
    return context.unknown('the text is too long to follow');
  context.spend((parts.length * put.length) >> 4);
  if (parts.length - 1 <= limit) return str(parts.join(put));
  const rest = parts.slice(limit).join(sought);
  return str(limit === 0 ? self.value : parts.slice(0, limit).join(put) + put + rest);
}

function repeat(context: Context, self: StrValue, count: Value): Value {
  const times = tryIndex(count, context);
  if (times === undefined) {
    return context.raise('TypeError', `can't multiply sequence by non-int of type '${typeName(count, context)}'`);
  }
  if (typeof times === 'object') return times;
  if (times <= 0 || self.value === '') return str('');
  if (self.value.length * Number(times) > MAX_LENGTH) return context.unknown('the text is too long to follow');
  context.spend((self.value.length * Number(times)) >> 4);
  return str(self.value.repeat(Number(times)));
}

// ---------------------------------------------------------------- tables

function makeTrans(context: Context, x: Value, y?: Value, z?: Value): Value {
  const entries = new Map<string, DictEntry>();
  const put = (key: Value, value: Value) => entries.set(String(hashKey(key, context)), { key, value });
  if (y === undefined) {
    if (x.kind !== 'dict') {
      return context.raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
    }
    for (const { key, value } of x.entries.values()) {
      const text = asStr(key);
      if (text && codePointLength(text.value) !== 1) {
        return context.raise('ValueError', 'string keys in translate table must be of length 1');
      }
      put(text ? int(text.value.codePointAt(0) ?? 0) : key, value);
    }
    return new DictValue(entries);
  }
  const from = codePoints(
    stringArgument(x, () => 'first maketrans argument must be a string if there is a second argument', context),
  );
  const to = codePoints(stringArgument(y, (type) => `maketrans() argument 2 must be str, not ${type}`, context));
  if (from.length !== to.length) {
    return context.raise('ValueError', 'the first two maketrans arguments must have equal length');
  }
  for (const [i, character] of from.entries()) {
    put(int(character.codePointAt(0) ?? 0), int((to[i] as string).codePointAt(0) ?? 0));
  }
  if (z) {
    for (const character of codePoints(
      stringArgument(z, (type) => `maketrans() argument 3 must be str, not ${type}`, context),
    )) {
      put(int(character.codePointAt(0) ?? 0), NONE);
    }
  }
  return new DictValue(entries);
}

function translate(context: Context, self: StrValue, table: Value): Value {
  let result = '';
  for (const character of codePoints(self.value)) {
    const key = int(character.codePointAt(0) ?? 0);
    const found = table.kind === 'dict' && !table.cls ? dictGet(table, key, context) : lookUp(table, key, context);
    if (found === undefined) result += character;
    else if (isUnknownValue(found)) return found;
    else if (found.kind === 'int') result += String.fromCodePoint(Number(found.value));
    else if (found.kind === 'str') result += found.value;
    else if (found.kind !== 'None') {
      return context.raise('TypeError', 'character mapping must return integer, None or str');
    }
  }
  return str(result);
}

function lookUp(table: Value, key: Value, context: Context): Value | undefined {
  const found = context.attempt(() => subscript(table, key, context));
  if ('value' in found) return found.value;
  if (found.error.exception.cls.derivesFrom(context.builtin('LookupError'))) return undefined;
  throw found.error;
}

// ---------------------------------------------------------------- the class

function test(name: string, decide: (text: string) => boolean | null) {
  return strMethod(`${name}(/)`, (context, self) => {
    const answer = decide(self.value);
    return answer === null ? context.unknown('what kind of characters these are is not known') : bool(answer);
  });
}

function transform(name: string, change: (text: string) => string | null) {
  return strMethod(`${name}(/)`, (context, self) => {
    const text = change(self.value);
    return text === null ? context.unknown('how these characters are folded is not known') : str(text);
  });
}

const construct = native(
  'str(cls, object=, encoding=, errors=)',
  (context, cls: Value, object?: Value, encoding?: Value, errors?: Value): Value => {
    if (object === undefined) return asInstanceOf(cls, strClass, str(''), context);
    if (encoding !== undefined || errors !== undefined) {
      checkNames('str', encoding, errors, context);
      const bytes = plain(object);
      if (bytes.kind !== 'bytes') {
        return bytes.kind === 'str'
          ? context.raise('TypeError', 'decoding str is not supported')
          : context.raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(object, context)} found`);
      }
      const text = decodeBytes(bytes, encoding, errors, context);
      return typeof text === 'string' ? asInstanceOf(cls, strClass, str(text), context) : text;
    }
    const text = strOf(object, context);
    return typeof text === 'string' ? asInstanceOf(cls, strClass, str(text), context) : text;
  },
);

const format = {
  ...strMethod('format(*args, **kwargs)', () => NONE),
  call: (given: Arguments, context: Context): Value => {
    const [self, ...positional] = given.positional;
    if (!self || isUnknownValue(self))
      return self ?? context.raise('TypeError', 'unbound method str.format() needs an argument');
    if (given.uncertain) return context.unknown('its arguments are not known', given.uncertain);
    const template = stringArgument(
      self,
      (type) => `descriptor 'format' for 'str' objects doesn't apply to a '${type}' object`,
      context,
    );
    return made(formatTemplate(template, positional, (name) => given.keywords.get(name), context));
  },
};

export const strClass: ClassValue = builtinClass(
  'str',
  [OBJECT],
  [
    ['__new__', { ...construct, name: '__new__' }],
    ...comparisonMethods(strMethod),
    ...named(
      ...findMethods('', finder(false)),
      ...findMethods('r', finder(true)),
      strMethod('count(sub, start=None, end=None, /)', countOf),
      affixMethod('startswith'),
      affixMethod('endswith'),
      splitMethod('split'),
      splitMethod('rsplit'),
      partitionMethod('partition'),
      partitionMethod('rpartition'),
      strMethod('splitlines(keepends=False)', (context, self, keep: Value) => {
        if (!isUnknownValue(keep)) indexOf(keep, context);
        const keeps = context.truth(keep);
        return typeof keeps === 'boolean' ? texts(characters.splitLines(self.value, keeps)) : keeps;
      }),
      strMethod('join(iterable, /)', join),
      stripMethod('strip'),
      stripMethod('lstrip'),
      stripMethod('rstrip'),
      fillMethod('ljust'),
      fillMethod('rjust'),
      fillMethod('center'),
      strMethod('zfill(width, /)', (context, self, width: Value) => {
        const size = indexOf(width, context);
        if (typeof size === 'object') return size;
        const missing = Number(size) - codePointLength(self.value);
        if (missing <= 0) return str(self.value);
        if (missing > MAX_LENGTH) return context.unknown('the text is too long to follow');
        const sign = /^[+-]/.test(self.value) ? self.value.charAt(0) : '';
        return str(sign + '0'.repeat(missing) + self.value.slice(sign.length));
      }),
      strMethod('replace(old, new, count=-1, /)', replace),
      strMethod('removeprefix(prefix, /)', (context, self, prefix: Value) => {
        const text = stringArgument(prefix, (type) => `removeprefix() argument must be str, not ${type}`, context);
        return str(text !== '' && self.value.startsWith(text) ? self.value.slice(text.length) : self.value);
      }),
      strMethod('removesuffix(suffix, /)', (context, self, suffix: Value) => {
        const text = stringArgument(suffix, (type) => `removesuffix() argument must be str, not ${type}`, context);
        return str(text !== '' && self.value.endsWith(text) ? self.value.slice(0, -text.length) : self.value);
      }),
      strMethod('expandtabs(tabsize=8)', (context, self, size: Value) => {
        const width = indexOf(size, context);
        if (typeof width === 'object') return width;
        return Number(width) > 1000
          ? context.unknown('the text is too long to follow')
          : str(characters.expandTabs(self.value, Number(width)));
      }),
      transform('upper', (text) => text.toUpperCase()),
      transform('lower', (text) => text.toLowerCase()),
      transform('capitalize', (text) => (text === '' ? '' : characters.capitalize(text))),
      transform('title', characters.title),
      transform('swapcase', characters.swapCase),
      transform('casefold', characters.caseFold),
      test('isalpha', characters.isAlpha),
      test('isalnum', characters.isAlphanumeric),
      test('isdecimal', characters.isDecimal),
      test('isdigit', characters.isDigit),
      test('isnumeric', characters.isNumeric),
      test('isspace', characters.isSpace),
      test('islower', characters.isLower),
      test('isupper', characters.isUpper),
      test('istitle', characters.isTitle),
      test('isidentifier', characters.isIdentifier),
      test('isascii', (text) => /^\p{ASCII}*$/u.test(text)),
      test('isprintable', (text) => codePoints(text).every(isPrintable)),
      strMethod(
        'encode(encoding="utf-8", errors="strict")',
        (context, self, encoding: Value, errors: Value): BytesValue | UnknownValue =>
          encodeText(self.value, encoding, errors, context),
      ),
      strMethod('translate(table, /)', translate),
      format,
      strMethod('format_map(mapping, /)', (context, self, mapping: Value) =>
        made(formatTemplate(self.value, [], (name) => subscript(mapping, str(name), context), context)),
      ),
      strMethod('__mod__(value, /)', (context, self, values: Value) =>
        made(percentFormat(self.value, values, context)),
      ),
      strMethod('__add__(value, /)', (context, self, other: Value) => {
        const text = asStr(other);
        if (!text) {
          return context.raise('TypeError', `can only concatenate str (not "${typeName(other, context)}") to str`);
        }
        if (self.value.length + text.value.length > MAX_LENGTH)
          return context.unknown('the text is too long to follow');
        context.spend((self.value.length + text.value.length) >> 6);
        return str(self.value + text.value);
      }),
      strMethod('__mul__(value, /)', repeat),
      strMethod('__rmul__(value, /)', repeat),
      strMethod('__contains__(key, /)', (context, self, key: Value) =>
        bool(
          self.value.includes(
            stringArgument(key, (type) => `'in <string>' requires string as left operand, not ${type}`, context),
          ),
        ),
      ),
      strMethod('__getitem__(key, /)', (context, self, key: Value) => {
        const all = codePoints(self.value);
        const picked = pick('string', all.length, key, context);
        if (picked.kind === 'unknown') return picked;
        if (picked.kind === 'index') return str(all[picked.at] as string);
        context.spend(picked.bounds.count >> 4);
        return str(taken(all, picked.bounds).join(''));
      }),
      strMethod('__len__(/)', (_context, self) => int(codePointLength(self.value))),
      strMethod('__iter__(/)', (_context, self) => stringIterator(self.value)),
      strMethod('__repr__(/)', (_context, self) => str(stringRepr(self.value))),
      strMethod('__str__(/)', (_context, self) => self),
      formatMethod(),
      strMethod('__getnewargs__(/)', (_context, self) => tuple([self])),
      hashesByContent(
        strMethod('__hash__(/)', (context, self) => {
          const hash: UnknownHash = {
            ...context.unknown('the hash of a string differs from run to run'),
            hashKey: String(hashKey(self, context)),
          };
          return self.value === '' ? int(0) : hash;
        }),
      ),
    ),
    ['maketrans', { kind: 'staticmethod', function: native('maketrans(x, y=, z=, /)', makeTrans) }],
  ],
);
