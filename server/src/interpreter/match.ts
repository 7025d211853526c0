/** `match`: structural patterns. */
import type { Expression, Match, MatchCase, Pattern, Statement } from '../python/ast';
import type { Reason } from '../shapes/reason';
import { args } from '../values/arguments';
import {
  ClassValue,
  DictValue,
  isUnknownValue,
  ListValue,
  type UnknownValue,
  unknown,
  type Value,
} from '../values/value';
import { readAttribute } from './attributes';
import { isInstance } from './builtins/is-instance';
import { builtinClass, isBuiltinClass } from './builtins/registry';
import { typeName } from './builtins/special';
import { bindName } from './environment';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { applyComparison } from './operators';
import { alternatives, type Completion, NORMAL } from './paths';
import { executeBlock } from './statements';

/** What the names of a pattern take, bound once the whole pattern fits. */
type Captures = Map<string, Value>;

export function executeMatch(interpreter: Interpreter, node: Match): Completion {
  const subject = evaluate(interpreter, node.subject);
  return tryCases(interpreter, node, subject, 0);
}

function tryCases(interpreter: Interpreter, node: Match, subject: Value, from: number): Completion {
  for (let i = from; i < node.cases.length; i++) {
    const one = node.cases[i] as MatchCase;
    const captures: Captures = new Map();
    const fits = matchPattern(interpreter, one.pattern, subject, captures);
    if (fits === false) continue;
    const taken = () => {
      bindCaptures(interpreter, captures);
      const guard = guardOf(interpreter, one);
      if (guard === true) return executeBlock(interpreter, one.body);
      if (guard === false) return tryCases(interpreter, node, subject, i + 1);
      return either(guard.reason, () => executeBlock(interpreter, one.body));
    };
    const either = (why: Reason, run: () => Completion) => {
      interpreter.node = node;
      return alternatives(
        interpreter,
        [run, () => tryCases(interpreter, node, subject, i + 1)],
        interpreter.because('differs between the cases of a `match` whose subject is not known', why),
      );
    };
    return fits === true ? taken() : either(fits.reason, taken);
  }
  return NORMAL;
}

/** The body of the case that a subject takes; empty where there is none. */
export function matchingBody(interpreter: Interpreter, node: Match): readonly Statement[] | UnknownValue {
  const subject = evaluate(interpreter, node.subject);
  for (const one of node.cases) {
    const captures: Captures = new Map();
    const fits = matchPattern(interpreter, one.pattern, subject, captures);
    if (fits === false) continue;
    bindCaptures(interpreter, captures);
    const guard = guardOf(interpreter, one);
    if (guard === false && fits === true) continue;
    if (fits !== true) return fits;
    if (guard !== true) return guard as UnknownValue;
    return one.body;
  }
  return [];
}

function bindCaptures(interpreter: Interpreter, captures: Captures): void {
  for (const [name, value] of captures) bindName(interpreter, name, value);
}

function guardOf(interpreter: Interpreter, one: MatchCase): boolean | UnknownValue {
  return one.guard === null ? true : interpreter.truth(evaluate(interpreter, one.guard));
}

function matchPattern(
  interpreter: Interpreter,
  pattern: Pattern,
  subject: Value,
  captures: Captures,
): boolean | UnknownValue {
  switch (pattern.kind) {
    case 'MatchValue':
      return matchValue(interpreter, pattern.value, subject, '==');
    case 'MatchSingleton':
      return matchValue(interpreter, pattern.value, subject, 'is');
    case 'MatchAs': {
      const fits = pattern.pattern === null ? true : matchPattern(interpreter, pattern.pattern, subject, captures);
      if (fits !== false && pattern.name !== null) captures.set(pattern.name, subject);
      return fits;
    }
    case 'MatchOr':
      return matchOr(interpreter, pattern.patterns, subject, captures);
    case 'MatchSequence':
      return matchSequence(interpreter, pattern.patterns, subject, captures);
    case 'MatchMapping':
      return matchMapping(interpreter, pattern, subject, captures);
    case 'MatchClass':
      return matchClass(interpreter, pattern, subject, captures);
    case 'MatchStar':
      if (pattern.name !== null) captures.set(pattern.name, subject);
      return true;
  }
}

function matchOr(
  interpreter: Interpreter,
  patterns: readonly Pattern[],
  subject: Value,
  captures: Captures,
): boolean | UnknownValue {
  let uncertain: UnknownValue | null = null;
  for (const inner of patterns) {
    const own: Captures = new Map();
    const fits = matchPattern(interpreter, inner, subject, own);
    if (fits === false) continue;
    // Which of several takes it is not known: neither is what its names hold.
    for (const [name, value] of own) captures.set(name, uncertain ?? value);
    if (fits === true) return uncertain ?? true;
    uncertain ??= fits;
  }
  return uncertain ?? false;
}

function matchValue(
  interpreter: Interpreter,
  node: Expression,
  subject: Value,
  op: '==' | 'is',
): boolean | UnknownValue {
  const value = evaluate(interpreter, node);
  return interpreter.truth(applyComparison(interpreter, op, subject, value));
}

/** The first that does not fit decides; what is not known comes second. The captures are taken all the same. */
function all(results: Iterable<boolean | UnknownValue>): boolean | UnknownValue {
  let uncertain: UnknownValue | null = null;
  for (const result of results) {
    if (result === false) return false;
    if (result !== true) uncertain ??= result;
  }
  return uncertain ?? true;
}

function matchSequence(
  interpreter: Interpreter,
  patterns: readonly Pattern[],
  subject: Value,
  captures: Captures,
): boolean | UnknownValue {
  const items = sequenceItems(interpreter, subject);
  if (items === null) return false;
  if ('kind' in items) {
    for (const pattern of patterns) matchPattern(interpreter, pattern, items, captures);
    return items;
  }
  const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
  if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return false;
  return all(
    (function* () {
      for (const [i, pattern] of patterns.entries()) {
        if (star < 0 || i < star) yield matchPattern(interpreter, pattern, items[i] as Value, captures);
        else if (i > star) {
          yield matchPattern(interpreter, pattern, items[items.length - patterns.length + i] as Value, captures);
        } else {
          const rest = items.slice(star, items.length - (patterns.length - star - 1));
          yield matchPattern(interpreter, pattern, new ListValue(rest), captures);
        }
      }
    })(),
  );
}

/** Sequence patterns match what says that it is a sequence (lists, tuples, ranges …); strings do not. */
function sequenceItems(interpreter: Interpreter, subject: Value): readonly Value[] | UnknownValue | null {
  if (isUnknownValue(subject)) return interpreter.items(subject);
  const kind = collectionKind(interpreter, subject);
  if (kind !== null && typeof kind !== 'string') return kind;
  return kind === 'sequence' ? interpreter.items(subject) : null;
}

const KINDS: ReadonlyMap<string, 'sequence' | 'mapping'> = new Map([
  ['builtins.list', 'sequence'],
  ['builtins.tuple', 'sequence'],
  ['builtins.range', 'sequence'],
  ['builtins.memoryview', 'sequence'],
  ['collections.deque', 'sequence'],
  ['collections.abc.Sequence', 'sequence'],
  ['builtins.dict', 'mapping'],
  ['builtins.mappingproxy', 'mapping'],
  ['collections.abc.Mapping', 'mapping'],
]);

/** CPython's `Py_TPFLAGS_SEQUENCE` and `_MAPPING`: the first in the method resolution order decides. */
function collectionKind(interpreter: Interpreter, subject: Value): 'sequence' | 'mapping' | UnknownValue | null {
  const cls = interpreter.classOf(subject);
  if (isUnknownValue(cls)) return cls;
  for (const one of cls.mro) {
    if (one.opaque) return unknown(one.unknownBase ?? interpreter.because('its class is not known'));
    const found =
      KINDS.get(`${one.module}.${one.name}`) ?? (isBuiltinClass(one) ? null : registeredKind(interpreter, one));
    if (found) return found;
  }
  return null;
}

/** What `Sequence.register(cls)` and its like made of a class: `abc` writes it down. */
function registeredKind(interpreter: Interpreter, cls: ClassValue): 'sequence' | 'mapping' | null {
  const noted = interpreter.modules.loaded('abc')?.namespace.get('_registrations');
  if (!(noted instanceof ListValue)) return null;
  for (const pair of noted.items) {
    const [abstract, registered] = pair.kind === 'tuple' ? pair.items : [];
    if (registered !== cls || !(abstract instanceof ClassValue)) continue;
    for (const one of abstract.mro) {
      const kind = KINDS.get(`${one.module}.${one.name}`);
      if (kind) return kind;
    }
  }
  return null;
}

function matchMapping(
  interpreter: Interpreter,
  pattern: Extract<Pattern, { kind: 'MatchMapping' }>,
  subject: Value,
  captures: Captures,
): boolean | UnknownValue {
  const unsure = (why: UnknownValue) => {
    for (const inner of pattern.patterns) matchPattern(interpreter, inner, why, captures);
    if (pattern.rest !== null) captures.set(pattern.rest, why);
    return why;
  };
  if (isUnknownValue(subject)) return unsure(subject);
  const kind = collectionKind(interpreter, subject);
  if (kind !== null && typeof kind !== 'string') return unsure(kind);
  if (kind !== 'mapping') return false;
  if (subject instanceof DictValue && subject.uncertain) return unsure(unknown(subject.uncertain));
  if (pattern.keys.length > 0) {
    const length = builtin(interpreter, 'len', [subject]);
    if (isUnknownValue(length)) return unsure(length);
    if (length.kind === 'int' && length.value < pattern.keys.length) return false;
  }
  const taken = new Set<string>();
  const found: Value[] = [];
  for (const node of pattern.keys) {
    const key = evaluate(interpreter, node);
    const hash = interpreter.hash(key);
    if (hash === null) return unsure(interpreter.unknown('a key is not known'));
    if (taken.has(hash)) {
      interpreter.raise('ValueError', `mapping pattern checks duplicate key (${interpreter.repr(key) ?? '?'})`);
    }
    taken.add(hash);
    const value = valueUnder(interpreter, subject, key, hash);
    if (value === null) return false;
    found.push(value);
  }
  const fits = all(
    (function* () {
      for (const [i, inner] of pattern.patterns.entries()) {
        yield matchPattern(interpreter, inner, found[i] as Value, captures);
      }
    })(),
  );
  if (fits !== false && pattern.rest !== null) {
    const entries = interpreter.entries(subject);
    if ('kind' in entries) captures.set(pattern.rest, entries);
    else captures.set(pattern.rest, new DictValue([...entries].filter(([hash]) => !taken.has(hash))));
  }
  return fits;
}

function builtin(interpreter: Interpreter, name: string, values: readonly Value[]): Value {
  return interpreter.call(interpreter.builtinName(name) as Value, args(values));
}

/** What a mapping's `get` gives for a key; null where it has none. */
function valueUnder(interpreter: Interpreter, subject: Value, key: Value, hash: string): Value | null {
  if (subject instanceof DictValue && !subject.cls) return subject.entries.get(hash)?.value ?? null;
  const absent = new ListValue();
  const value = interpreter.call(readAttribute(interpreter, subject, 'get'), args([key, absent]));
  return value === absent ? null : value;
}

/** Classes whose one positional pattern is the subject itself. */
const SELF_MATCHING = [
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
];

function matchClass(
  interpreter: Interpreter,
  pattern: Extract<Pattern, { kind: 'MatchClass' }>,
  subject: Value,
  captures: Captures,
): boolean | UnknownValue {
  const cls = evaluate(interpreter, pattern.cls);
  const inner = [...pattern.patterns, ...pattern.keywords.map((keyword) => keyword.pattern)];
  const unsure = (why: UnknownValue) => {
    for (const one of inner) matchPattern(interpreter, one, why, captures);
    return why;
  };
  if (isUnknownValue(cls)) return unsure(cls);
  if (isUnknownValue(subject)) return unsure(subject);
  if (cls.kind !== 'class') return interpreter.raise('TypeError', 'called match pattern must be a type');
  const belongs = isInstance(subject, cls, interpreter);
  if (belongs === false) return false;
  if (belongs !== true) return unsure(belongs);
  const positional = positionalNames(interpreter, cls, pattern.patterns.length);
  if (positional !== null && 'kind' in positional) return unsure(positional);
  // Python gets all attributes before it looks at any of them.
  const names = [...(positional ?? []), ...pattern.keywords.map((keyword) => keyword.name)];
  const values: Value[] = positional === null ? [subject] : [];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      interpreter.raise('TypeError', `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    }
    seen.add(name);
    const value = interpreter.attribute(subject, name);
    if (value === undefined) return false;
    values.push(value);
  }
  return all(
    (function* () {
      for (const [i, one] of inner.entries()) yield matchPattern(interpreter, one, values[i] as Value, captures);
    })(),
  );
}

/** The attributes that so many positional patterns look at; null where the one looks at the subject itself. */
function positionalNames(interpreter: Interpreter, cls: ClassValue, count: number): string[] | UnknownValue | null {
  if (count === 0) return [];
  const given = interpreter.attribute(cls, '__match_args__');
  if (given && isUnknownValue(given)) return given;
  if (given && given.kind !== 'tuple') {
    interpreter.raise('TypeError', `${cls.name}.__match_args__ must be a tuple (got ${typeName(given, interpreter)})`);
  }
  const isSelf = !given && SELF_MATCHING.some((name) => cls.derivesFrom(builtinClass(name)));
  const items = given?.kind === 'tuple' ? given.items : [];
  const allowed = isSelf ? 1 : items.length;
  if (count > allowed) {
    const plural = allowed === 1 ? '' : 's';
    interpreter.raise('TypeError', `${cls.name}() accepts ${allowed} positional sub-pattern${plural} (${count} given)`);
  }
  if (isSelf) return null;
  const names: string[] = [];
  for (const name of items.slice(0, count)) {
    if (isUnknownValue(name)) return name;
    if (name.kind !== 'str') {
      return interpreter.raise(
        'TypeError',
        `__match_args__ elements must be strings (got ${typeName(name, interpreter)})`,
      );
    }
    names.push(name.value);
  }
  return names;
}
