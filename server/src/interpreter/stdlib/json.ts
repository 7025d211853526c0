/** `json`: what stands in the program's text is read and written; files are not. */

import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  type DictEntry,
  DictValue,
  float,
  int,
  ListValue,
  NONE,
  str,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { plain } from '../builtins/boxed';
import { builtinClass, native } from '../builtins/define';
import { exceptionWith } from '../builtins/exception-state';
import { floatRepr } from '../builtins/float-text';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { sortItems } from '../builtins/sorting';
import { typeName } from '../builtins/special';
import { codePointLength } from '../builtins/string-text';
import { intText } from '../builtins/text';
import { interpreterOf } from '../context';
import { nothing } from './harmless';
import { declareModule } from './module';

const decodeError: ClassValue = builtinClass('JSONDecodeError', [builtinClassNamed('ValueError')], [], {
  module: 'json.decoder',
});

// ---------------------------------------------------------------- reading

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly hook: Value | null,
    private readonly context: Context,
  ) {}

  whole(): Value {
    if (this.text.startsWith('\ufeff')) this.fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    this.space();
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.fail('Extra data', this.at);
    return value;
  }

  private fail(message: string, at: number): never {
    const before = this.text.slice(0, at);
    const line = before.split('\n').length;
    const column = codePointLength(before.slice(before.lastIndexOf('\n') + 1)) + 1;
    const text = `${message}: line ${line} column ${column} (char ${codePointLength(before)})`;
    return interpreterOf(this.context).throwInstance(exceptionWith(decodeError, [str(text)], this.context));
  }

  private space(): void {
    while (/[ \t\n\r]/.test(this.text.charAt(this.at))) this.at += 1;
  }

  private value(): Value {
    this.context.spend(1);
    const character = this.text.charAt(this.at);
    if (character === '"') return str(this.string());
    if (character === '{') return this.object();
    if (character === '[') return this.array();
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (!number) return this.fail('Expecting value', this.at);
    this.at += number[0].length;
    return number[1] === undefined && number[2] === undefined ? int(BigInt(number[0])) : float(Number(number[0]));
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    let result = '';
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === '') return this.fail('Unterminated string starting at', start);
      this.at += 1;
      if (character === '"') return result;
      if (character < ' ') return this.fail('Invalid control character at', this.at - 1);
      result += character === '\\' ? this.escape(start) : character;
    }
  }

  private escape(start: number): string {
    const letter = this.text.charAt(this.at);
    if (letter === '') return this.fail('Unterminated string starting at', start);
    this.at += 1;
    if (letter === 'u') {
      const hex = this.text.slice(this.at, this.at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) return this.fail('Invalid \\uXXXX escape', this.at - 1);
      this.at += 4;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    return ESCAPES[letter] ?? this.fail('Invalid \\escape', this.at - 2);
  }

  private array(): Value {
    this.at += 1;
    const items: Value[] = [];
    this.space();
    if (this.taken(']')) return new ListValue(items);
    for (;;) {
      this.space();
      items.push(this.value());
      this.space();
      if (this.taken(']')) return new ListValue(items);
      if (!this.taken(',')) this.fail("Expecting ',' delimiter", this.at);
    }
  }

  private object(): Value {
    this.at += 1;
    const entries = new Map<string, DictEntry>();
    this.space();
    if (!this.taken('}')) this.members(entries);
    const dict = new DictValue(entries);
    return this.hook ? this.context.call(this.hook, args([dict])) : dict;
  }

  private members(entries: Map<string, DictEntry>): void {
    for (;;) {
      this.space();
      if (this.text.charAt(this.at) !== '"') {
        this.fail('Expecting property name enclosed in double quotes', this.at);
      }
      const key = this.string();
      this.space();
      if (!this.taken(':')) this.fail("Expecting ':' delimiter", this.at);
      this.space();
      const value = this.value();
      entries.set(`s:${key}`, { key: str(key), value });
      this.space();
      if (this.taken('}')) return;
      if (!this.taken(',')) this.fail("Expecting ',' delimiter", this.at);
    }
  }

  private taken(character: string): boolean {
    if (this.text.charAt(this.at) !== character) return false;
    this.at += 1;
    return true;
  }
}

const WORDS: readonly (readonly [string, Value])[] = [
  ['null', NONE],
  ['true', bool(true)],
  ['false', bool(false)],
  ['NaN', float(Number.NaN)],
  ['Infinity', float(Number.POSITIVE_INFINITY)],
  ['-Infinity', float(Number.NEGATIVE_INFINITY)],
];
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function loads(context: Context, source: Value, hook: Value): Value {
  const text = plain(source);
  const given = text.kind === 'bytes' ? new TextDecoder().decode(text.value) : text.kind === 'str' ? text.value : null;
  if (given === null) {
    return context.raise(
      'TypeError',
      `the JSON object must be str, bytes or bytearray, not ${typeName(source, context)}`,
    );
  }
  return new Reader(given, hook.kind === 'None' ? null : hook, context).whole();
}

// ---------------------------------------------------------------- writing

/** Thrown where a part is not known. */
class NotKnown {
  constructor(readonly why: UnknownValue) {}
}

interface WriteOptions {
  readonly indent: string | null;
  readonly item: string;
  readonly key: string;
  readonly ascii: boolean;
  readonly sort: boolean;
  readonly skip: boolean;
  readonly fallback: Value;
}

class Writer {
  private readonly inside = new Set<Value>();

  constructor(
    private readonly options: WriteOptions,
    private readonly context: Context,
  ) {}

  write(value: Value, depth: number): string {
    this.context.spend(1);
    const inner = plain(value);
    switch (inner.kind) {
      case 'unknown':
        throw new NotKnown(inner);
      case 'None':
        return 'null';
      case 'bool':
        return inner.value ? 'true' : 'false';
      case 'int':
        return intText(inner.value, this.context);
      case 'float':
        return floatText(inner.value);
      case 'str':
        return this.quoted(inner.value);
      case 'list':
        if (inner.uncertain) throw new NotKnown(unknown(inner.uncertain));
        return this.nested(
          value,
          '[',
          ']',
          inner.items.map((item) => () => this.write(item, depth + 1)),
          depth,
        );
      case 'tuple':
        return this.nested(
          value,
          '[',
          ']',
          inner.items.map((item) => () => this.write(item, depth + 1)),
          depth,
        );
      case 'dict':
        if (inner.uncertain) throw new NotKnown(unknown(inner.uncertain));
        return this.nested(value, '{', '}', this.members(inner, depth), depth);
      default:
        return this.other(value, depth);
    }
  }

  private other(value: Value, depth: number): string {
    if (this.options.fallback.kind !== 'None') {
      return this.write(this.context.call(this.options.fallback, args([value])), depth);
    }
    return this.context.raise('TypeError', `Object of type ${typeName(value, this.context)} is not JSON serializable`);
  }

  private nested(value: Value, open: string, close: string, parts: readonly (() => string)[], depth: number): string {
    if (this.inside.has(value)) return this.context.raise('ValueError', 'Circular reference detected');
    if (parts.length === 0) return open + close;
    this.inside.add(value);
    const texts = parts.map((part) => part());
    this.inside.delete(value);
    const { indent, item } = this.options;
    if (indent === null) return open + texts.join(item) + close;
    const line = (level: number) => `\n${indent.repeat(level)}`;
    return open + line(depth + 1) + texts.join(item + line(depth + 1)) + line(depth) + close;
  }

  private members(dict: DictValue, depth: number): (() => string)[] {
    let entries = [...dict.entries.values()];
    if (this.options.sort) entries = this.sorted(entries);
    const parts: (() => string)[] = [];
    for (const { key, value } of entries) {
      const name = this.keyText(key);
      if (name !== null) parts.push(() => this.quoted(name) + this.options.key + this.write(value, depth + 1));
    }
    return parts;
  }

  private sorted(entries: readonly DictEntry[]): DictEntry[] {
    const keys = sortItems(
      entries.map((entry) => entry.key),
      NONE,
      false,
      this.context,
    );
    if ('kind' in keys) throw new NotKnown(keys);
    return keys.map((key) => entries.find((entry) => entry.key === key) as DictEntry);
  }

  private keyText(key: Value): string | null {
    const inner = plain(key);
    switch (inner.kind) {
      case 'unknown':
        throw new NotKnown(inner);
      case 'str':
        return inner.value;
      case 'None':
        return 'null';
      case 'bool':
        return inner.value ? 'true' : 'false';
      case 'int':
        return intText(inner.value, this.context);
      case 'float':
        return floatText(inner.value);
      default:
        if (this.options.skip) return null;
        return this.context.raise(
          'TypeError',
          `keys must be str, int, float, bool or None, not ${typeName(key, this.context)}`,
        );
    }
  }

  private quoted(text: string): string {
    const escaped = text.replace(/["\\\p{Cc}]/gu, (character) =>
      character < ' ' || character in WRITTEN ? (WRITTEN[character] ?? unicodeEscape(character)) : character,
    );
    return `"${this.options.ascii ? escaped.replace(/[\x7f-\uffff]/g, (c) => (c === '\x7f' ? c : unicodeEscape(c))) : escaped}"`;
  }
}

const WRITTEN: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return floatRepr(value);
}

function indentOf(value: Value): string | null {
  if (value.kind === 'str') return value.value;
  return value.kind === 'int' ? ' '.repeat(Math.max(0, Math.min(100, Number(value.value)))) : null;
}

function dumps(
  context: Context,
  value: Value,
  skip: Value,
  ascii: Value,
  _circular: Value,
  _nan: Value,
  _cls: Value,
  indentation: Value,
  separators: Value,
  fallback: Value,
  sort: Value,
): Value {
  const indent = indentOf(indentation);
  const [item, key] = separators.kind === 'None' ? [] : texts(separators, context);
  const options: WriteOptions = {
    indent,
    item: item ?? (indent === null ? ', ' : ','),
    key: key ?? ': ',
    ascii: context.truth(ascii) === true,
    sort: context.truth(sort) === true,
    skip: context.truth(skip) === true,
    fallback,
  };
  try {
    return str(new Writer(options, context).write(value, 0));
  } catch (error) {
    if (error instanceof NotKnown) return error.why;
    throw error;
  }
}

function texts(value: Value, context: Context): string[] {
  const items = context.items(value);
  return 'kind' in items ? [] : items.map((item) => (item.kind === 'str' ? item.value : ''));
}

const DUMP_OPTIONS =
  'skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False';

export function jsonModule() {
  const encoder = builtinClass('JSONEncoder', [builtinClassNamed('object')], [], { module: 'json.encoder' });
  return declareModule('json', [
    [
      'loads',
      native(
        'loads(s, *, cls=None, object_hook=None, **kw)',
        (context, source: Value, _cls: Value, hook: Value, more: ReadonlyMap<string, Value>) =>
          more.size > 0
            ? context.unknown('these options of `json.loads` are not followed')
            : loads(context, source, hook),
      ),
    ],
    ['dumps', native(`dumps(obj, *, ${DUMP_OPTIONS})`, dumps)],
    [
      'load',
      native('load(fp, **kw)', (context) => context.unknown('`json.load` reads a file that is not known'), {
        unknowns: 'pass',
      }),
    ],
    ['dump', nothing('dump')],
    ['JSONDecodeError', decodeError],
    ['JSONEncoder', encoder],
  ]);
}
