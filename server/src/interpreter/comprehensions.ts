/** List, set and dict comprehensions; generator expressions are started here and run lazily. */
import type { Comprehension, Expression, Generator } from '../python/ast';
import type { Reason } from '../shapes/reason';
import { eachAmong } from '../values/each';
import {
  type DictEntry,
  DictValue,
  isUnknownValue,
  ListValue,
  objectsAmong,
  SetValue,
  UncertainEnd,
  type UnknownValue,
  unknown,
  type Value,
} from '../values/value';
import { perhaps } from './aliases';
import { assign } from './assignment';
import type { LoopBound } from './budget';
import { openRange } from './builtins/range';
import { Environment } from './environment';
import { evaluate } from './expressions';
import { qualifiedName } from './functions';
import { startGeneratorExpression } from './generators';
import type { Interpreter } from './interpreter';
import { loopBound, type Turns, turnsOf } from './loops';

/** What a comprehension has made so far. */
interface Collected {
  readonly values: Value[];
  readonly keys: Value[];
  /** Why its length is not known. */
  missing: Reason | null;
  /** When it is too long to follow. */
  readonly bound: LoopBound;
}

/** What a comprehension is called in the names of what is made in it, before Python 3.12 in all of them. */
const SCOPE_NAMES = { list: '<listcomp>', set: '<setcomp>', dict: '<dictcomp>', generator: '<genexpr>' } as const;

export function evaluateComprehension(interpreter: Interpreter, node: Comprehension): Value {
  const [first] = node.generators;
  if (!first) return interpreter.unknown('it could not be read');
  const iterable = evaluate(interpreter, first.iter);
  interpreter.node = first.iter;
  const { frame } = interpreter;
  const outer = frame.environment;
  const environment = new Environment('comprehension', node.scope, outer, outer.module);
  environment.qualname = qualifiedName(outer, SCOPE_NAMES[node.type]);
  environment.self = outer.self;
  if (node.generators.some((generator) => generator.isAsync)) {
    return interpreter.unknown('asynchronous comprehensions are not followed');
  }
  if (node.type === 'generator') return startGeneratorExpression(interpreter, node, iterable, environment);
  const bound = loopBound(interpreter);
  const collected: Collected = { values: [], keys: [], missing: null, bound };
  frame.environment = environment;
  try {
    collect(interpreter, node, 0, iterable, collected);
  } finally {
    frame.environment = outer;
  }
  interpreter.node = node;
  return build(interpreter, node, collected);
}

function collect(
  interpreter: Interpreter,
  node: Comprehension,
  level: number,
  iterable: Value,
  collected: Collected,
): void {
  const generator = node.generators[level] as Generator;
  const turns = turnsOf(interpreter, iterable);
  if (typeof turns !== 'function') {
    once(interpreter, node, level, turns, turns.reason, collected);
    return;
  }
  runTurns(interpreter, node, level, generator, iterable, turns, collected);
}

function runTurns(
  interpreter: Interpreter,
  node: Comprehension,
  level: number,
  generator: Generator,
  iterable: Value,
  turns: Turns,
  collected: Collected,
): void {
  for (;;) {
    const item = turns();
    if (item === undefined) return;
    if (item instanceof UncertainEnd) {
      once(interpreter, node, level, item.any, item.reason, collected);
      return;
    }
    interpreter.spend(1);
    if (collected.bound.reached()) {
      interpreter.node = node;
      const tooLong = interpreter.because('it is too long to follow');
      interpreter.budget.cutLoop(tooLong);
      once(
        interpreter,
        node,
        level,
        iterable.kind === 'range' ? openRange(iterable, tooLong) : unknown(tooLong),
        tooLong,
        collected,
      );
      return;
    }
    assign(interpreter, generator.target, item);
    const passes = filter(interpreter, generator.ifs);
    if (passes === false) continue;
    if (passes === true) element(interpreter, node, level, collected);
    else {
      collected.missing ??= passes.reason;
      const why = interpreter.because('changes in a comprehension', passes.reason);
      perhaps(interpreter, () => element(interpreter, node, level, collected), why);
    }
  }
}

/** Over what is not known the element is evaluated once, for what it shows. */
function once(
  interpreter: Interpreter,
  node: Comprehension,
  level: number,
  item: Value,
  cause: Reason,
  collected: Collected,
): void {
  const generator = node.generators[level] as Generator;
  collected.missing ??= cause;
  const why = interpreter.because('changes in a comprehension', cause);
  const look = () => {
    assign(interpreter, generator.target, isUnknownValue(item) && item.item ? item.item() : item);
    if (filter(interpreter, generator.ifs) !== false) element(interpreter, node, level, collected);
  };
  perhaps(interpreter, look, why);
}

function filter(interpreter: Interpreter, tests: readonly Expression[]): boolean | UnknownValue {
  let uncertain: UnknownValue | null = null;
  for (const test of tests) {
    const truth = interpreter.truth(evaluate(interpreter, test));
    if (truth === false) return false;
    if (truth !== true) uncertain ??= truth;
  }
  return uncertain ?? true;
}

function element(interpreter: Interpreter, node: Comprehension, level: number, collected: Collected): void {
  const next = node.generators[level + 1];
  if (next) {
    collect(interpreter, node, level + 1, evaluate(interpreter, next.iter), collected);
    return;
  }
  if (node.type === 'dict') collected.keys.push(evaluate(interpreter, node.element));
  collected.values.push(evaluate(interpreter, node.value ?? node.element));
}

function build(interpreter: Interpreter, node: Comprehension, { values, keys, missing }: Collected): Value {
  switch (node.type) {
    case 'list':
      if (!missing) return new ListValue(values);
      return new ListValue([...objectsAmong(values)], missing, null, eachAmong(values, missing));
    case 'set': {
      if (missing) return unknown(missing);
      const items = new Map<string, Value>();
      for (const value of values) {
        const hash = interpreter.hash(value);
        if (hash === null) return interpreter.unknown('it holds what is not known');
        if (!items.has(hash)) items.set(hash, value);
      }
      return new SetValue(items);
    }
    default: {
      if (missing) return new DictValue([], { uncertain: missing, may: objectsAmong(values) });
      const entries = new Map<string, DictEntry>();
      for (const [i, key] of keys.entries()) {
        const hash = interpreter.hash(key);
        if (hash === null) {
          const why = isUnknownValue(key) ? key.reason : interpreter.because('a key is not known');
          return new DictValue([], { uncertain: why });
        }
        entries.set(hash, { key: entries.get(hash)?.key ?? key, value: values[i] as Value });
      }
      return new DictValue(entries);
    }
  }
}
