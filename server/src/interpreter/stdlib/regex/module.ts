/** `re` */

import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import {
  bool,
  type ClassValue,
  DictValue,
  InstanceValue,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  type Payload,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../../values/value';
import { plain } from '../../builtins/boxed';
import { builtinClass, computed, named, native, PYTHON } from '../../builtins/define';
import { dictOf } from '../../builtins/dict';
import { exceptionWith } from '../../builtins/exception-state';
import { classGetItem } from '../../builtins/generic-alias';
import { sequenceIterator } from '../../builtins/iterators';
import { indexOf } from '../../builtins/protocols';
import { builtinClass as builtinClassNamed } from '../../builtins/registry';
import { typeName } from '../../builtins/special';
import { codePoints, stringRepr } from '../../builtins/string-text';
import { interpreterOf } from '../../context';
import { declareModule } from '../module';
import { BITS, flag, flagClass, LETTERS } from './flags';
import { Matcher, type MatchSpans, TooManySteps } from './match';
import { type Flags, type Pattern, PatternError, parsePattern } from './parse';
import { expandTemplate } from './template';

class PatternPayload implements Payload {
  readonly type = 'pattern';
  constructor(
    readonly pattern: Pattern,
    readonly source: string,
    readonly bits: number,
  ) {}
}

class MatchPayload implements Payload {
  readonly type = 'match';
  constructor(
    readonly pattern: InstanceValue,
    readonly text: string,
    readonly points: readonly string[],
    readonly spans: MatchSpans,
  ) {}
}

function compile(source: Value, flags: Value, context: Context): InstanceValue | UnknownValue {
  if (isUnknownValue(source)) return source;
  if (source.kind === 'instance' && source.payload instanceof PatternPayload) return source;
  const text = plain(source);
  if (text.kind !== 'str') {
    if (text.kind === 'bytes') return context.unknown('regular expressions on bytes are not followed');
    return context.raise('TypeError', 'first argument must be string or compiled pattern');
  }
  const bits = indexOf(flags, context);
  if (typeof bits === 'object') return bits;
  const given = Number(bits);
  try {
    const pattern = parsePattern(text.value, {
      ignoreCase: (given & BITS.IGNORECASE) !== 0,
      multiline: (given & BITS.MULTILINE) !== 0,
      dotAll: (given & BITS.DOTALL) !== 0,
      verbose: (given & BITS.VERBOSE) !== 0,
      ascii: (given & BITS.ASCII) !== 0,
    });
    const made = new PatternPayload(pattern, text.value, bitsOf(pattern.flags));
    return new InstanceValue(context.heap.identity(), patternClass, made);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    if (!error.refused) return context.unknown(error.message);
    return refuse(error.message, context, text.value, error.position);
  }
}

function bitsOf(flags: Flags): number {
  return (
    (flags.ignoreCase ? BITS.IGNORECASE : 0) |
    (flags.multiline ? BITS.MULTILINE : 0) |
    (flags.dotAll ? BITS.DOTALL : 0) |
    (flags.verbose ? BITS.VERBOSE : 0) |
    (flags.ascii ? BITS.ASCII : BITS.UNICODE)
  );
}

/** Raises `re.error`, of a pattern or template and the place in it. */
function refuse(message: string, context: Context, text: string | null = null, at: number | null = null): never {
  const before = text === null || at === null ? [] : [...text].slice(0, at).join('').split('\n');
  const line = before.length;
  const column = (before[line - 1] ?? '').length + 1;
  const place =
    at === null ? '' : ` at position ${at}${text?.includes('\n') ? ` (line ${line}, column ${column})` : ''}`;
  const raised = exceptionWith(errorClass, [str(message + place)], context);
  for (const [name, value] of [
    ['msg', str(message)],
    ['pattern', text === null ? NONE : str(text)],
    ['pos', at === null ? NONE : int(at)],
    ['lineno', at === null ? NONE : int(line)],
    ['colno', at === null ? NONE : int(column)],
  ] as const) {
    raised.attributes.declare(name, value);
  }
  return interpreterOf(context).throwInstance(raised);
}

type Found = MatchSpans | null;

/** A text to match against, with where it ends for the pattern. */
class Subject {
  readonly points: readonly string[];
  readonly start: number;
  private readonly matcher: Matcher;

  constructor(
    readonly pattern: InstanceValue,
    readonly text: string,
    private readonly context: Context,
    start = 0,
    stop = Number.POSITIVE_INFINITY,
  ) {
    this.points = codePoints(text);
    const end = Math.max(0, Math.min(stop, this.points.length));
    this.start = Math.max(0, Math.min(start, this.points.length));
    this.matcher = new Matcher(payloadOf(pattern).pattern, this.points, end);
  }

  match(): Found {
    return this.counted(() => this.matcher.matchAt(this.start));
  }

  fullMatch(): Found {
    return this.counted(() => this.matcher.matchAt(this.start, true));
  }

  search(from = this.start): Found {
    return this.counted(() => this.matcher.search(from));
  }

  /** All matches from left to right. Behind an empty one, the next takes a character or stands further on. */
  all(limit = Number.POSITIVE_INFINITY): MatchSpans[] {
    const found: MatchSpans[] = [];
    let from = this.start;
    let lastEnd = -1;
    while (found.length < limit && from <= this.points.length) {
      const match = this.counted(() => this.matcher.search(from, lastEnd));
      if (!match) break;
      const [start, end] = spanOf(match, 0) as readonly [number, number];
      found.push(match);
      lastEnd = start === end ? end : -1;
      from = end;
    }
    return found;
  }

  slice(span: readonly [number, number] | null | undefined): string | null {
    return span ? this.points.slice(span[0], span[1]).join('') : null;
  }

  value(found: Found): Value {
    if (!found) return NONE;
    const payload = new MatchPayload(this.pattern, this.text, this.points, found);
    return new InstanceValue(this.context.heap.identity(), matchClass, payload);
  }

  private counted(run: () => Found): Found {
    const before = this.matcher.taken;
    const found = run();
    this.context.spend((this.matcher.taken - before) >> 3);
    return found;
  }
}

function spanOf(found: MatchSpans, group: number): readonly [number, number] | null {
  return found.spans[group] ?? null;
}

function payloadOf(pattern: InstanceValue): PatternPayload {
  return pattern.payload as PatternPayload;
}

/** Runs what matches; a pattern that takes too long is unknown. */
function matching(context: Context, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooManySteps) return context.unknown('the regular expression takes too long to follow');
    throw error;
  }
}

function textOf(value: Value, context: Context): string | UnknownValue {
  if (isUnknownValue(value)) return value;
  const text = plain(value);
  if (text.kind === 'str') return text.value;
  if (text.kind === 'bytes') return context.raise('TypeError', 'cannot use a string pattern on a bytes-like object');
  return context.raise('TypeError', `expected string or bytes-like object, got '${typeName(value, context)}'`);
}

type Operation = (subject: Subject, context: Context, more: readonly Value[]) => Value;

/** What both `re.name(pattern, string, …)` and `pattern.name(string, …)` do. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  match: (subject) => subject.value(subject.match()),
  fullmatch: (subject) => subject.value(subject.fullMatch()),
  search: (subject) => subject.value(subject.search()),
  findall: (subject) => new ListValue(subject.all().map((found) => foundItem(subject, found))),
  finditer: (subject) =>
    sequenceIterator(
      'callable_iterator',
      subject.all().map((found) => subject.value(found)),
    ),
};

/** One item of `findall`: the groups, or the whole match where there are none. */
function foundItem(subject: Subject, match: MatchSpans): Value {
  const text = (group: number) => str(subject.slice(spanOf(match, group)) ?? '');
  const groups = match.spans.length - 1;
  if (groups === 0) return text(0);
  if (groups === 1) return text(1);
  return tuple(Array.from({ length: groups }, (_, i) => text(i + 1)));
}

function split(subject: Subject, limit: number): Value {
  const parts: Value[] = [];
  let last = 0;
  for (const match of subject.all(limit === 0 ? undefined : limit)) {
    const [start, end] = spanOf(match, 0) as readonly [number, number];
    parts.push(str(subject.points.slice(last, start).join('')));
    for (let group = 1; group < match.spans.length; group++) {
      const text = subject.slice(spanOf(match, group));
      parts.push(text === null ? NONE : str(text));
    }
    last = end;
  }
  parts.push(str(subject.points.slice(last).join('')));
  return new ListValue(parts);
}

/** The new text and how many matches were replaced. */
function substitute(
  subject: Subject,
  replacement: Value,
  limit: number,
  context: Context,
): readonly [string, number] | UnknownValue {
  const { pattern } = payloadOf(subject.pattern);
  const template = plain(replacement);
  if (template.kind === 'str') {
    // Read once before anything matches: what is wrong with it is said in any case.
    expandTemplate(
      template.value,
      pattern,
      () => '',
      (message) => refuse(message, context),
    );
  }
  const matches = subject.all(limit === 0 ? undefined : limit);
  let text = '';
  let last = 0;
  for (const match of matches) {
    const [start, end] = spanOf(match, 0) as readonly [number, number];
    text += subject.points.slice(last, start).join('');
    const put =
      plain(replacement).kind === 'str'
        ? expandTemplate(
            (plain(replacement) as { value: string }).value,
            pattern,
            (group) => subject.slice(spanOf(match, group)),
            (message) => refuse(message, context),
          )
        : replaced(context.call(replacement, args([subject.value(match)])), context);
    if (typeof put !== 'string') return put;
    text += put;
    last = end;
  }
  return [text + subject.points.slice(last).join(''), matches.length];
}

function replaced(value: Value, context: Context): string | UnknownValue {
  const text = plain(value);
  if (text.kind === 'str' || isUnknownValue(text)) return text.kind === 'str' ? text.value : text;
  return context.raise('TypeError', `sequence item 0: expected str instance, ${typeName(value, context)} found`);
}

function numberOf(value: Value, context: Context): number {
  const index = indexOf(value, context);
  return typeof index === 'object' ? 0 : Number(index);
}

function onSubject(
  pattern: Value,
  text: Value,
  context: Context,
  run: (subject: Subject) => Value,
  start = 0,
  stop?: number,
): Value {
  if (isUnknownValue(pattern)) return pattern;
  const string = textOf(text, context);
  if (typeof string !== 'string') return string;
  return matching(context, () => run(new Subject(pattern as InstanceValue, string, context, start, stop)));
}

/** `sub` and `subn` on a compiled pattern. */
function substitution(
  name: 'sub' | 'subn',
  context: Context,
  pattern: Value,
  replacement: Value,
  text: Value,
  count: Value,
): Value {
  return onSubject(pattern, text, context, (subject) => {
    const made = substitute(subject, replacement, numberOf(count, context), context);
    if ('kind' in made) return made;
    return name === 'sub' ? str(made[0]) : tuple([str(made[0]), int(made[1])]);
  });
}

// ---------------------------------------------------------------- Pattern

const patternClass: ClassValue = builtinClass(
  'Pattern',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...named(
      ...Object.entries(OPERATIONS).map(([name, run]) =>
        native(
          `${name}(self, string, pos=0, endpos=)`,
          (context, self: Value, text: Value, start: Value, stop?: Value) =>
            onSubject(
              self,
              text,
              context,
              (subject) => run(subject, context, []),
              numberOf(start, context),
              stop ? numberOf(stop, context) : undefined,
            ),
        ),
      ),
      native('split(self, string, maxsplit=0)', (context, self: Value, text: Value, limit: Value) =>
        onSubject(self, text, context, (subject) => split(subject, numberOf(limit, context))),
      ),
      ...(['sub', 'subn'] as const).map((name) =>
        native(
          `${name}(self, repl, string, count=0)`,
          (context, self: Value, replacement: Value, text: Value, count: Value) =>
            substitution(name, context, self, replacement, text, count),
        ),
      ),
      native('__repr__(self, /)', (_context, self: Value) => str(patternText(payloadOf(self as InstanceValue)))),
      native('__eq__(self, value, /)', (_context, self: Value, other: Value): Value => {
        if (other.kind !== 'instance' || !(other.payload instanceof PatternPayload)) return NOT_IMPLEMENTED;
        const [a, b] = [payloadOf(self as InstanceValue), other.payload];
        return bool(a.source === b.source && a.bits === b.bits);
      }),
      native('__copy__(self, /)', (_context, self: Value) => self),
      native('__deepcopy__(self, memo, /)', (_context, self: Value) => self),
    ),
    ['pattern', computed((_context, self) => str(payloadOf(self as InstanceValue).source))],
    ['flags', computed((_context, self) => int(payloadOf(self as InstanceValue).bits))],
    ['groups', computed((_context, self) => int(payloadOf(self as InstanceValue).pattern.groups))],
    [
      'groupindex',
      computed((context, self) => {
        const { names } = payloadOf(self as InstanceValue).pattern;
        if (names.size === 0) return new DictValue([]);
        const { entries } = dictOf([...names].map(([k, v]) => [k, int(v)] as const));
        return new DictValue(entries, { cls: context.builtin('mappingproxy') });
      }),
    ],
  ],
  { module: 're' },
);

function patternText({ source, bits }: PatternPayload): string {
  const names = Object.entries(BITS)
    .filter(([name, bit]) => name !== 'UNICODE' && (bits & bit) !== 0)
    .map(([name]) => `re.${name}`);
  return `re.compile(${stringRepr(source)}${names.length > 0 ? `, ${names.join('|')}` : ''})`;
}

// ---------------------------------------------------------------- Match

function matchOf(value: Value): MatchPayload {
  return (value as InstanceValue).payload as MatchPayload;
}

function groupIndex(self: Value, group: Value, context: Context): number {
  const { spans, pattern } = matchOf(self);
  const given = plain(group);
  const index =
    given.kind === 'str'
      ? payloadOf(pattern).pattern.names.get(given.value)
      : given.kind === 'int'
        ? Number(given.value)
        : undefined;
  if (index === undefined || index < 0 || index >= spans.spans.length)
    return context.raise('IndexError', 'no such group');
  return index;
}

function groupText(self: Value, group: Value, context: Context): Value {
  const { spans, points } = matchOf(self);
  const span = spanOf(spans, groupIndex(self, group, context));
  return span ? str(points.slice(span[0], span[1]).join('')) : NONE;
}

function edge(name: 'start' | 'end', which: 0 | 1) {
  return native(`${name}(self, group=0, /)`, (context, self: Value, group: Value): Value => {
    const span = spanOf(matchOf(self).spans, groupIndex(self, group, context));
    return int(span ? span[which] : -1);
  });
}

const matchClass: ClassValue = builtinClass(
  'Match',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...named(
      native('group(self, /, *groups)', (context, self: Value, groups: readonly Value[]): Value => {
        if (groups.length === 0) return groupText(self, int(0), context);
        if (groups.length === 1) return groupText(self, groups[0] as Value, context);
        return tuple(groups.map((group) => groupText(self, group, context)));
      }),
      native('__getitem__(self, key, /)', (context, self: Value, key: Value) => groupText(self, key, context)),
      native('groups(self, default=None)', (context, self: Value, fallback: Value): Value => {
        const count = matchOf(self).spans.spans.length - 1;
        return tuple(
          Array.from({ length: count }, (_, i) => {
            const text = groupText(self, int(i + 1), context);
            return text.kind === 'None' ? fallback : text;
          }),
        );
      }),
      native('groupdict(self, default=None)', (context, self: Value, fallback: Value): Value => {
        const { names } = payloadOf(matchOf(self).pattern).pattern;
        return dictOf(
          [...names].map(([name, index]) => {
            const text = groupText(self, int(index), context);
            return [name, text.kind === 'None' ? fallback : text] as const;
          }),
        );
      }),
      edge('start', 0),
      edge('end', 1),
      native('span(self, group=0, /)', (context, self: Value, group: Value): Value => {
        const span = spanOf(matchOf(self).spans, groupIndex(self, group, context));
        return tuple(span ? [int(span[0]), int(span[1])] : [int(-1), int(-1)]);
      }),
      native('expand(self, template)', (context, self: Value, template: Value): Value => {
        const text = textOf(template, context);
        if (typeof text !== 'string') return text;
        const { pattern, points, spans } = matchOf(self);
        const part = (group: number) => {
          const span = spanOf(spans, group);
          return span ? points.slice(span[0], span[1]).join('') : null;
        };
        return str(expandTemplate(text, payloadOf(pattern).pattern, part, (message) => refuse(message, context)));
      }),
      native('__repr__(self, /)', (context, self: Value): Value => {
        const [start, end] = spanOf(matchOf(self).spans, 0) as readonly [number, number];
        const text = groupText(self, int(0), context);
        return str(
          `<re.Match object; span=(${start}, ${end}), match=${stringRepr(text.kind === 'str' ? text.value : '')}>`,
        );
      }),
    ),
    ['string', computed((_context, self) => str(matchOf(self).text))],
    ['re', computed((_context, self) => matchOf(self).pattern)],
    ['pos', computed(() => int(0))],
    ['endpos', computed((_context, self) => int(matchOf(self).points.length))],
    [
      'lastindex',
      computed((_context, self) => {
        const { lastIndex } = matchOf(self).spans;
        return lastIndex === null ? NONE : int(lastIndex);
      }),
    ],
    [
      'lastgroup',
      computed((_context, self) => {
        const { spans, pattern } = matchOf(self);
        const found = [...payloadOf(pattern).pattern.names].find(([, index]) => index === spans.lastIndex);
        return found ? str(found[0]) : NONE;
      }),
    ],
  ],
  { module: 're' },
);

// ---------------------------------------------------------------- the module

const errorClass: ClassValue = builtinClass('error', [builtinClassNamed('Exception')], [], { module: 're' });

function escapeText(text: string): string {
  return text.replace(/[\s#$&()*+\-.?[\\\]^{|}~]/g, (character) => `\\${character}`);
}

export function regexModule() {
  const operations = Object.entries(OPERATIONS).map(([name, run]) =>
    native(`${name}(pattern, string, flags=0)`, (context, pattern: Value, text: Value, flags: Value) =>
      onSubject(compile(pattern, flags, context), text, context, (subject) => run(subject, context, [])),
    ),
  );
  return declareModule(
    're',
    [
      ...named(
        ...operations,
        native('compile(pattern, flags=0)', (context, pattern: Value, flags: Value) =>
          compile(pattern, flags, context),
        ),
        native(
          'split(pattern, string, maxsplit=0, flags=0)',
          (context, pattern: Value, text: Value, limit: Value, flags: Value) =>
            onSubject(compile(pattern, flags, context), text, context, (subject) =>
              split(subject, numberOf(limit, context)),
            ),
        ),
        ...(['sub', 'subn'] as const).map((name) =>
          native(
            `${name}(pattern, repl, string, count=0, flags=0)`,
            (context, pattern: Value, replacement: Value, text: Value, count: Value, flags: Value) =>
              substitution(name, context, compile(pattern, flags, context), replacement, text, count),
          ),
        ),
        native('escape(pattern)', (context, pattern: Value): Value => {
          const text = textOf(pattern, context);
          return typeof text === 'string' ? str(escapeText(text)) : text;
        }),
        native('purge()', () => NONE),
      ),
      ...Object.entries(BITS).flatMap(
        ([name, bit]) =>
          [
            [name, flag(bit)],
            [LETTERS[name] ?? name.charAt(0), flag(bit)],
          ] as const,
      ),
      ['NOFLAG', flag(0)],
      ['RegexFlag', flagClass],
      ['Pattern', patternClass],
      ['Match', matchClass],
      ['error', errorClass],
    ],
    { home: PYTHON, others: 'DEBUG PatternError Scanner T TEMPLATE copyreg enum functools template' },
  );
}
