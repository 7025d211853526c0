/** `match`: structural patterns. */
import type { Expression, Match, MatchCase, Pattern, Statement } from '../python/ast';
import { DictValue, isUnknownValue, ListValue, type UnknownValue, type Value } from '../values/value';
import { readAttribute } from './attributes';
import { builtinClass } from './builtins/registry';
import { bindName } from './environment';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { applyComparison } from './operators';
import { alternatives, type Completion, NORMAL } from './paths';
import { executeBlock } from './statements';

export function executeMatch(interpreter: Interpreter, node: Match): Completion {
  const subject = evaluate(interpreter, node.subject);
  return tryCases(interpreter, node, subject, 0);
}

function tryCases(interpreter: Interpreter, node: Match, subject: Value, from: number): Completion {
  for (let i = from; i < node.cases.length; i++) {
    const one = node.cases[i] as MatchCase;
    const fits = caseFits(interpreter, one, subject);
    if (fits === true) return executeBlock(interpreter, one.body);
    if (fits === false) continue;
    interpreter.node = node;
    return alternatives(
      interpreter,
      [() => executeBlock(interpreter, one.body), () => tryCases(interpreter, node, subject, i + 1)],
      interpreter.because('differs between the cases of a `match` whose subject is not known', fits.reason),
    );
  }
  return NORMAL;
}

/** The body of the case that a subject takes; empty where there is none. */
export function matchingBody(interpreter: Interpreter, node: Match): readonly Statement[] | UnknownValue {
  const subject = evaluate(interpreter, node.subject);
  for (const one of node.cases) {
    const fits = caseFits(interpreter, one, subject);
    if (fits === true) return one.body;
    if (fits !== false) return fits;
  }
  return [];
}

function caseFits(interpreter: Interpreter, one: MatchCase, subject: Value): boolean | UnknownValue {
  const fits = matchPattern(interpreter, one.pattern, subject);
  if (fits === false || one.guard === null) return fits;
  const guard = interpreter.truth(evaluate(interpreter, one.guard));
  return guard === false ? false : fits === true ? guard : fits;
}

function matchPattern(interpreter: Interpreter, pattern: Pattern, subject: Value): boolean | UnknownValue {
  switch (pattern.kind) {
    case 'MatchValue':
      return matchValue(interpreter, pattern.value, subject, '==');
    case 'MatchSingleton':
      return matchValue(interpreter, pattern.value, subject, 'is');
    case 'MatchAs': {
      const fits = pattern.pattern === null ? true : matchPattern(interpreter, pattern.pattern, subject);
      if (fits !== false && pattern.name !== null) bindName(interpreter, pattern.name, subject);
      return fits;
    }
    case 'MatchOr': {
      let uncertain: UnknownValue | null = null;
      for (const inner of pattern.patterns) {
        const fits = matchPattern(interpreter, inner, subject);
        if (fits === true) return uncertain ?? true;
        if (fits !== false) uncertain ??= fits;
      }
      return uncertain ?? false;
    }
    case 'MatchSequence':
      return matchSequence(interpreter, pattern.patterns, subject);
    case 'MatchMapping':
      return matchMapping(interpreter, pattern, subject);
    case 'MatchClass':
      return matchClass(interpreter, pattern, subject);
    case 'MatchStar':
      if (pattern.name !== null) bindName(interpreter, pattern.name, subject);
      return true;
  }
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

/** The first that does not fit decides; what is not known comes second. The captures are bound all the same. */
function all(results: Iterable<boolean | UnknownValue>): boolean | UnknownValue {
  let uncertain: UnknownValue | null = null;
  for (const result of results) {
    if (result === false) return false;
    if (result !== true) uncertain ??= result;
  }
  return uncertain ?? true;
}

function matchSequence(interpreter: Interpreter, patterns: readonly Pattern[], subject: Value): boolean | UnknownValue {
  const items = sequenceItems(interpreter, subject);
  if (items === null) return false;
  if ('kind' in items) {
    for (const pattern of patterns) matchPattern(interpreter, pattern, items);
    return items;
  }
  const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
  if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return false;
  return all(
    (function* () {
      for (const [i, pattern] of patterns.entries()) {
        if (star < 0 || i < star) yield matchPattern(interpreter, pattern, items[i] as Value);
        else if (i > star) {
          yield matchPattern(interpreter, pattern, items[items.length - patterns.length + i] as Value);
        } else {
          const rest = items.slice(star, items.length - (patterns.length - star - 1));
          yield matchPattern(interpreter, pattern, new ListValue(rest));
        }
      }
    })(),
  );
}

/** Sequence patterns match lists, tuples, ranges and the like, not strings. */
function sequenceItems(interpreter: Interpreter, subject: Value): readonly Value[] | UnknownValue | null {
  switch (subject.kind) {
    case 'list':
    case 'tuple':
    case 'range':
    case 'unknown':
      return interpreter.items(subject);
    case 'instance':
      return interpreter.unknown('whether an instance matches a sequence pattern is not followed');
    default:
      return null;
  }
}

function matchMapping(
  interpreter: Interpreter,
  pattern: Extract<Pattern, { kind: 'MatchMapping' }>,
  subject: Value,
): boolean | UnknownValue {
  const unsure = (why: UnknownValue) => {
    for (const inner of pattern.patterns) matchPattern(interpreter, inner, why);
    if (pattern.rest !== null) bindName(interpreter, pattern.rest, why);
    return why;
  };
  if (isUnknownValue(subject)) return unsure(subject);
  if (subject.kind === 'instance') return unsure(interpreter.unknown('whether it is a mapping is not followed'));
  if (!(subject instanceof DictValue)) return false;
  if (subject.uncertain) return unsure({ kind: 'unknown', reason: subject.uncertain });
  const taken = new Set<string>();
  const fits = all(
    (function* () {
      for (const [i, key] of pattern.keys.entries()) {
        const hash = interpreter.hash(evaluate(interpreter, key));
        if (hash === null) {
          yield interpreter.unknown('a key is not known');
          continue;
        }
        taken.add(hash);
        const entry = subject.entries.get(hash);
        yield entry ? matchPattern(interpreter, pattern.patterns[i] as Pattern, entry.value) : false;
      }
    })(),
  );
  if (fits !== false && pattern.rest !== null) {
    const rest = [...subject.entries].filter(([hash]) => !taken.has(hash));
    bindName(interpreter, pattern.rest, new DictValue(rest));
  }
  return fits;
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
): boolean | UnknownValue {
  const cls = evaluate(interpreter, pattern.cls);
  const inner = [...pattern.patterns, ...pattern.keywords.map((keyword) => keyword.pattern)];
  const unsure = (why: UnknownValue) => {
    for (const one of inner) matchPattern(interpreter, one, why);
    return why;
  };
  if (isUnknownValue(cls)) return unsure(cls);
  if (isUnknownValue(subject)) return unsure(subject);
  if (cls.kind !== 'class') return interpreter.raise('TypeError', 'called match pattern must be a class');
  const actual = interpreter.classOf(subject);
  if (isUnknownValue(actual)) return unsure(actual);
  if (!actual.derivesFrom(cls)) {
    return actual.unknownBase ? unsure({ kind: 'unknown', reason: actual.unknownBase }) : false;
  }
  const attribute = (name: string, one: Pattern): boolean | UnknownValue => {
    const found = interpreter.attribute(subject, name);
    return found === undefined ? false : matchPattern(interpreter, one, found);
  };
  if (pattern.patterns.length > 0 && SELF_MATCHING.some((name) => cls.derivesFrom(builtinClass(name)))) {
    const self = matchPattern(interpreter, pattern.patterns[0] as Pattern, subject);
    return all([self, ...pattern.keywords.map((keyword) => attribute(keyword.name, keyword.pattern))]);
  }
  const names =
    pattern.patterns.length === 0 ? [] : interpreter.items(readAttribute(interpreter, cls, '__match_args__'));
  if ('kind' in names) return unsure(names);
  if (pattern.patterns.length > names.length) {
    interpreter.raise(
      'TypeError',
      `${cls.name}() accepts ${names.length} positional sub-patterns (${pattern.patterns.length} given)`,
    );
  }
  return all(
    (function* () {
      for (const [i, one] of pattern.patterns.entries()) {
        const name = names[i];
        yield name?.kind === 'str' ? attribute(name.value, one) : false;
      }
      for (const keyword of pattern.keywords) yield attribute(keyword.name, keyword.pattern);
    })(),
  );
}
