/** `json`: what stands in the program's text is read and written; files are not. */

import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  type DictEntry,
  DictValue,
  float,
  type InstanceValue,
  int,
  ListValue,
  NONE,
  str,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { plain } from '../builtins/boxed';
import { builtinClass, named, native, PYTHON } from '../builtins/define';
import { floatRepr } from '../builtins/float-text';
import { sequenceIterator } from '../builtins/iterators';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { sortItems } from '../builtins/sorting';
import { typeName } from '../builtins/special';
import { codePointLength, codePoints } from '../builtins/string-text';
import { intText } from '../builtins/text';
import { interpreterOf } from '../context';
import { declareModule } from './module';

const decodeError: ClassValue = builtinClass(
  'JSONDecodeError',
  [builtinClassNamed('ValueError')],
  [
    [
      '__init__',
      native('__init__(self, msg, doc, pos)', (context, self: Value, msg: Value, doc: Value, pos: Value): Value => {
        if (self.kind !== 'instance' || msg.kind !== 'str' || doc.kind !== 'str' || pos.kind !== 'int') return NONE;
        const before = codePoints(doc.value).slice(0, Number(pos.value)).join('');
        const line = before.split('\n').length;
        const column = codePointLength(before.slice(before.lastIndexOf('\n') + 1)) + 1;
        const text = `${msg.value}: line ${line} column ${column} (char ${pos.value})`;
        context.setAttribute(self, 'args', tuple([str(text)]));
        const fields: [string, Value][] = [
          ['msg', msg],
          ['doc', doc],
          ['pos', pos],
          ['lineno', int(line)],
          ['colno', int(column)],
        ];
        for (const [name, value] of fields) self.attributes.set(context.heap, name, value);
        return NONE;
      }),
    ],
  ],
  { module: 'json.decoder' },
);

/** What `json.loads` makes of the parts of a text; null for what it makes by itself. */
interface Hooks {
  readonly object: Value | null;
  readonly pairs: Value | null;
  readonly float: Value | null;
  readonly int: Value | null;
  readonly constant: Value | null;
}

// ---------------------------------------------------------------- reading

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly hooks: Hooks,
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
    const pos = codePointLength(this.text.slice(0, at));
    const error = this.context.call(decodeError, args([str(message), str(this.text), int(pos)]));
    return interpreterOf(this.context).throwInstance(error);
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
      const isConstant = value.kind === 'float';
      return isConstant && this.hooks.constant ? this.context.call(this.hooks.constant, args([str(word)])) : value;
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (!number) return this.fail('Expecting value', this.at);
    this.at += number[0].length;
    const isInt = number[1] === undefined && number[2] === undefined;
    const own = isInt ? this.hooks.int : this.hooks.float;
    if (own) return this.context.call(own, args([str(number[0])]));
    return isInt ? int(BigInt(number[0])) : float(Number(number[0]));
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
    const pairs: Value[] = [];
    this.space();
    if (!this.taken('}')) this.members(entries, pairs);
    if (this.hooks.pairs) return this.context.call(this.hooks.pairs, args([new ListValue(pairs)]));
    const dict = new DictValue(entries);
    return this.hooks.object ? this.context.call(this.hooks.object, args([dict])) : dict;
  }

  private members(entries: Map<string, DictEntry>, pairs: Value[]): void {
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
      pairs.push(tuple([str(key), value]));
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

function loads(context: Context, source: Value, hooks: Hooks): Value {
  const text = plain(source);
  const given = text.kind === 'bytes' ? new TextDecoder().decode(text.value) : text.kind === 'str' ? text.value : null;
  if (given === null) {
    return context.raise(
      'TypeError',
      `the JSON object must be str, bytes or bytearray, not ${typeName(source, context)}`,
    );
  }
  return new Reader(given, hooks, context).whole();
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
  /** Whether what no JSON has is written all the same: `NaN`. */
  readonly nan: boolean;
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
        if (!this.options.nan && !Number.isFinite(inner.value)) {
          return this.context.raise('ValueError', 'Out of range float values are not JSON compliant');
        }
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
    return `"${this.options.ascii ? escaped.replace(/[\x7f-\uffff]/g, unicodeEscape) : escaped}"`;
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

/** The options of `dumps` and of an encoder, in their order. */
const OPTIONS = [
  'skipkeys',
  'ensure_ascii',
  'check_circular',
  'allow_nan',
  'indent',
  'separators',
  'default',
  'sort_keys',
] as const;

function dumps(context: Context, value: Value, cls: Value, ...given: Value[]): Value {
  if (cls.kind === 'None') return written(context, value, given);
  // An encoder of the program writes itself, by what it makes of `default`.
  const keywords = new Map(OPTIONS.map((name, i) => [name, given[i] as Value] as const));
  const made = context.call(cls, { positional: [], keywords, uncertain: null });
  const encode = context.attribute(made, 'encode');
  return encode ? context.call(encode, args([value])) : context.unknown('the encoder is not followed');
}

function written(context: Context, value: Value, given: readonly Value[]): Value {
  const [skip, ascii, , nan, indentation, separators, fallback, sort] = given as Value[];
  const indent = indentOf(indentation as Value);
  const [item, key] = !separators || separators.kind === 'None' ? [] : texts(separators, context);
  const options: WriteOptions = {
    indent,
    item: item ?? (indent === null ? ', ' : ','),
    key: key ?? ': ',
    ascii: context.truth(ascii as Value) === true,
    sort: context.truth(sort as Value) === true,
    skip: context.truth(skip as Value) === true,
    nan: context.truth(nan as Value) === true,
    fallback: fallback as Value,
  };
  try {
    return str(new Writer(options, context).write(value, 0));
  } catch (error) {
    if (error instanceof NotKnown) return error.why;
    throw error;
  }
}

const DEFAULTS =
  'skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, indent=None, separators=None, default=None, sort_keys=False';

const encoder = builtinClass(
  'JSONEncoder',
  [builtinClassNamed('object')],
  [
    ...named(
      native(`__init__(self, *, ${DEFAULTS})`, (context, self: Value, ...given: Value[]): Value => {
        for (const [i, name] of OPTIONS.entries()) {
          if (name === 'default' && given[i]?.kind === 'None') continue;
          context.setAttribute(self, name, given[i] as Value);
        }
        return NONE;
      }),
      native('default(self, o)', (context, _self: Value, value: Value) =>
        context.raise('TypeError', `Object of type ${typeName(value, context)} is not JSON serializable`),
      ),
      native('encode(self, o)', encoded),
      native('iterencode(self, o)', (context, self: Value, value: Value) => {
        const text = encoded(context, self, value);
        return text.kind === 'str' ? sequenceIterator('generator', [text]) : text;
      }),
    ),
  ],
  { module: 'json.encoder' },
);

function encoded(context: Context, self: Value, value: Value): Value {
  return written(
    context,
    value,
    OPTIONS.map((name) => context.attribute(self, name) ?? NONE),
  );
}

function texts(value: Value, context: Context): string[] {
  const items = context.items(value);
  return 'kind' in items ? [] : items.map((item) => (item.kind === 'str' ? item.value : ''));
}

const writing = native(`dumps(obj, *, cls=None, ${DEFAULTS})`, dumps);

const reading = native(
  'loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None)',
  (context, source: Value, cls: Value, ...given: Value[]) => {
    if (cls.kind !== 'None') return context.unknown('decoders of the program are not followed');
    const [object, float, int, constant, pairs] = given.map((one) => (one.kind === 'None' ? null : one));
    return loads(context, source, {
      object: object ?? null,
      float: float ?? null,
      int: int ?? null,
      constant: constant ?? null,
      pairs: pairs ?? null,
    });
  },
);

/** Whether texts are kept in it, however many parts they are written in. */
const isInMemory = (file: InstanceValue) => file.cls.name === 'StringIO' && file.cls.module === 'io';

export function jsonModule() {
  return declareModule(
    'json',
    [
      ['loads', reading],
      ['dumps', writing],
      [
        'load',
        native(
          'load(fp, **kw)',
          (context, file: Value, options: Map<string, Value>) => {
            const why = '`json.load` reads a file that is not known';
            if (file.kind !== 'instance') return context.unknown(why);
            const text = context.call(context.attribute(file, 'read') ?? context.unknown(why), args([]));
            return context.call(reading, args([text], options));
          },
          { unknowns: 'pass' },
        ),
      ],
      [
        'dump',
        native(
          'dump(obj, fp, **kw)',
          (context, value: Value, file: Value, options: Map<string, Value>) => {
            // Into files outside of the program nothing is written.
            if (file.kind !== 'instance') return NONE;
            const text = context.call(writing, args([value], options));
            const write = context.attribute(file, 'write');
            if (write)
              context.call(write, args([isInMemory(file) ? text : context.unknown('the text is written in parts')]));
            return NONE;
          },
          { unknowns: 'pass' },
        ),
      ],
      ['JSONDecodeError', decodeError],
      ['JSONEncoder', encoder],
    ],
    { home: PYTHON, others: 'JSONDecoder codecs decoder detect_encoding encoder scanner tool' },
  );
}
