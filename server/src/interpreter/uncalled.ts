/**
 * Functions that nobody calls are entered with their defaults, so that what they would build shows
 * while they are written. Everything found that way is assumed, and everything done is taken back.
 */
import type { Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import { reason } from '../shapes/reason';
import type { Arguments } from '../values/arguments';
import { PythonError } from '../values/context';
import { type ClassValue, type FunctionValue, InstanceValue, unknown, type Value } from '../values/value';
import { BudgetExceeded } from './budget';
import { Frame } from './frame';
import { codeOf } from './functions';
import type { Interpreter } from './interpreter';
import type { InternalErrorHook } from './top-level';

/** At most so many are entered: those defined by entering others count too. */
const MOST = 2000;

export function enterUncalled(interpreter: Interpreter, onInternalError: InternalErrorHook): void {
  const { heap } = interpreter;
  const base = heap.checkpoint();
  interpreter.doubt += 1;
  interpreter.records.takenBack = true;
  try {
    enterThose(interpreter, 0, { left: MOST, start: interpreter.budget.steps }, onInternalError);
  } finally {
    interpreter.records.takenBack = false;
    interpreter.doubt -= 1;
    heap.rollback(base);
  }
}

interface Allowance {
  /** How many functions may be entered yet. */
  left: number;
  /** The steps of the run when the first was entered. */
  readonly start: number;
}

/** Enters the uncalled among the functions that were defined from an index on, and those that entering defines. */
function enterThose(
  interpreter: Interpreter,
  from: number,
  budget: Allowance,
  onInternalError: InternalErrorHook,
): void {
  const { heap, records } = interpreter;
  for (const value of callersFirst(interpreter, records.functions.slice(from))) {
    if (records.isCalled(codeOf(value).node)) continue;
    if (budget.left <= 0) return;
    budget.left -= 1;
    const base = heap.checkpoint();
    const defined = records.functions.length;
    enter(interpreter, value, budget, onInternalError);
    if (records.functions.length > defined) enterThose(interpreter, defined, budget, onInternalError);
    heap.rollback(base);
  }
}

/** The program's own uncalled functions; those that none of the others mentions first, for they may call the rest. */
function callersFirst(interpreter: Interpreter, functions: readonly FunctionValue[]): FunctionValue[] {
  const { uri } = interpreter.main.module;
  const uncalled = functions.filter((value) => {
    const { node, source } = codeOf(value);
    return source.uri === uri && !interpreter.records.isCalled(node);
  });
  const mentions = new Map<string, number>();
  for (const value of uncalled) {
    for (const name of namesIn(codeOf(value).node)) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  }
  const isMentioned = (value: FunctionValue) => {
    const byItself = namesIn(codeOf(value).node).has(value.name) ? 1 : 0;
    return (mentions.get(value.name) ?? 0) > byItself;
  };
  const [first, rest]: [FunctionValue[], FunctionValue[]] = [[], []];
  for (const value of uncalled) (isMentioned(value) ? rest : first).push(value);
  return [...first, ...rest];
}

const names = new WeakMap<Node, ReadonlySet<string>>();

/** Names and attributes that a function's text mentions. */
function namesIn(node: Node): ReadonlySet<string> {
  const known = names.get(node);
  if (known) return known;
  const found = new Set<string>();
  const visit = (inner: Node): void => {
    if (inner.kind === 'Name') found.add(inner.id);
    else if (inner.kind === 'Attribute') found.add(inner.attr);
    forEachChild(inner, visit);
  };
  visit(node);
  names.set(node, found);
  return found;
}

function enter(
  interpreter: Interpreter,
  value: FunctionValue,
  budget: Allowance,
  onInternalError: InternalErrorHook,
): void {
  const { node, source } = codeOf(value);
  const { depth, doubt } = interpreter;
  interpreter.frame = new Frame(interpreter.main, source, null, null, null);
  interpreter.node = node;
  interpreter.budget.startUncalled(interpreter.budget.steps - budget.start);
  try {
    const owner = interpreter.records.ownerOf(value);
    const given = assumedArguments(value, owner ? selfFor(interpreter, owner) : null);
    interpreter.node = node;
    interpreter.call(value, given);
  } catch (error) {
    if (!(error instanceof PythonError) && !(error instanceof BudgetExceeded) && !(error instanceof RangeError)) {
      onInternalError(error, source.item);
    }
  } finally {
    interpreter.depth = depth;
    interpreter.doubt = doubt;
    interpreter.overrides = null;
    interpreter.pending.length = 0;
    interpreter.catchers.length = 0;
    interpreter.active.clear();
  }
}

/** Parameters without a default are not known. */
function assumedArguments(value: FunctionValue, self: Value | null): Arguments {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  for (const parameter of value.signature.parameters) {
    const { kind, name } = parameter;
    if (positional.length === 0 && self && (kind === 'positional' || kind === 'positional-only')) positional.push(self);
    else if (parameter.default !== null) continue;
    else if (kind === 'positional' || kind === 'positional-only') positional.push(argument(name, value));
    else if (kind === 'keyword-only') keywords.set(name, argument(name, value));
  }
  return { positional, keywords, uncertain: null };
}

function argument(name: string, value: FunctionValue): Value {
  return unknown(reason(`\`${name}\` is a parameter of \`${value.name}\`, which nothing calls`));
}

/** An instance that the program has made of a class, or one made for this. */
function selfFor(interpreter: Interpreter, cls: ClassValue): Value {
  const made = interpreter.records.instanceOf(cls);
  if (made) return made;
  const initialize = cls.lookup('__init__');
  const given: Arguments =
    initialize?.kind === 'function'
      ? assumedArguments(initialize, cls)
      : { positional: [], keywords: new Map(), uncertain: null };
  const positional = initialize?.kind === 'function' ? given.positional.slice(1) : given.positional;
  const result = interpreter.attempt(() => interpreter.instantiate(cls, { ...given, positional }));
  if ('value' in result && result.value instanceof InstanceValue) return result.value;
  return unknown(reason(`an instance of \`${cls.name}\` could not be made without arguments`));
}
