/** Functions of the program: made by `def` and `lambda`, called with their arguments bound. */
import type { Expression, FunctionDef, Lambda, Parameters } from '../python/ast';
import { allParameters } from '../python/walk';
import type { Reason } from '../shapes/reason';
import { type Arguments, bind, type Signature, type SignatureParameter } from '../values/arguments';
import { PythonError } from '../values/context';
import type { Namespace } from '../values/heap';
import {
  type DictEntry,
  DictValue,
  type FunctionCode,
  FunctionValue,
  NONE,
  str,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { assign } from './assignment';
import { Environment, type Source } from './environment';
import { raiseUnworded } from './exceptions';
import { evaluate } from './expressions';
import { Frame } from './frame';
import { startGenerator } from './generators';
import type { Interpreter } from './interpreter';
import { Join, joinTurn } from './joins';
import { enterDeeper } from './nesting';
import { recordBuilt } from './observations';
import { type Completion, changesSince, type Fork, fork, meet, NORMAL, RAISE, RETURN, rebase } from './paths';
import { executeBlock } from './statements';
import { raisesOtherwise } from './stdlib/sources';

/** How often a function is followed into itself on paths that may not be taken: each time may double the work. */
const MOST_UNSURE_RECURSION = 1;

/** What a function needs to run. */
export class Code implements FunctionCode {
  readonly type = 'code';
  constructor(
    readonly node: FunctionDef | Lambda,
    readonly source: Source,
    /** Where it was defined: its free names are found there. */
    readonly environment: Environment,
  ) {}
}

export function codeOf(value: FunctionValue): Code {
  return value.code as Code;
}

export function makeLambda(interpreter: Interpreter, node: Lambda): Value {
  return makeFunction(interpreter, node, '<lambda>');
}

export function makeFunction(interpreter: Interpreter, node: FunctionDef | Lambda, name: string): FunctionValue {
  const { frame, heap } = interpreter;
  const signature = signatureOf(interpreter, node.parameters);
  const code = new Code(node, frame.source, frame.environment);
  return new FunctionValue(heap.identity(), name, qualifiedName(frame.environment, name), signature, code);
}

export function qualifiedName(environment: Environment, name: string): string {
  if (environment.kind === 'module' || environment.scope?.globals.has(name)) return name;
  const { qualname } = environment;
  return environment.kind === 'class' || environment.kind === 'comprehension'
    ? `${qualname}.${name}`
    : `${qualname}.<locals>.${name}`;
}

/** Defaults are evaluated here, once. */
function signatureOf(interpreter: Interpreter, { posonly, args, vararg, kwonly, kwarg }: Parameters): Signature {
  const parameters: SignatureParameter[] = [];
  const defaultOf = (node: Expression | null) => (node === null ? null : evaluate(interpreter, node));
  for (const p of posonly) parameters.push({ name: p.name, kind: 'positional-only', default: defaultOf(p.default) });
  for (const p of args) parameters.push({ name: p.name, kind: 'positional', default: defaultOf(p.default) });
  if (vararg) parameters.push({ name: vararg.name, kind: 'var-positional', default: null });
  for (const p of kwonly) parameters.push({ name: p.name, kind: 'keyword-only', default: defaultOf(p.default) });
  if (kwarg) parameters.push({ name: kwarg.name, kind: 'var-keyword', default: null });
  return { parameters };
}

export function callFunction(interpreter: Interpreter, callee: FunctionValue, given: Arguments): Value {
  interpreter.spend(1);
  const code = callee.code as Code;
  const { node } = code;
  interpreter.records.enter(node);
  enterDeeper(interpreter, callee.name);
  const environment = new Environment('function', node.scope, code.environment, code.environment.module);
  environment.qualname = callee.qualname;
  environment.node = node;
  bindParameters(interpreter, callee, given, environment.locals);
  const first = callee.signature.parameters[0];
  if (first && first.kind !== 'keyword-only' && first.kind !== 'var-keyword') {
    environment.self = first.name;
    environment.selfIsRest = first.kind === 'var-positional';
  }
  if (node.kind === 'FunctionDef' && node.isAsync) return interpreter.unknown('coroutines are not followed');
  const outer = interpreter.frame;
  const at = interpreter.node;
  const frame = new Frame(environment, code.source, outer, callee.name, at);
  unpackParameters(interpreter, node.parameters, frame);
  if (node.scope.isGenerator) return startGenerator(interpreter, callee.name, frame, node);
  const { active, overrides } = interpreter;
  const previous = active.get(node);
  frame.doubt = interpreter.doubt + interpreter.pending.length;
  if (previous) {
    frame.recursion = previous.recursion + (frame.doubt > previous.doubt ? 1 : 0);
    if (frame.recursion > MOST_UNSURE_RECURSION) {
      const why = interpreter.because(`\`${callee.name}\` calls itself as often as something that is not known says`);
      if (frame.recursion === MOST_UNSURE_RECURSION + 1) {
        // Calls of itself within that look are not looked at once more.
        frame.recursion += 1;
        giveUpEffects(interpreter, frame, node, why);
      }
      return unknown(why);
    }
  }
  active.set(node, frame);
  interpreter.overrides = null;
  interpreter.frame = frame;
  interpreter.depth += 1;
  let result: Value;
  try {
    result = node.kind === 'Lambda' ? evaluate(interpreter, node.body) : runBody(interpreter, node);
  } finally {
    if (previous) active.set(node, previous);
    else active.delete(node);
    interpreter.depth -= 1;
    interpreter.frame = outer;
    interpreter.node = at;
    interpreter.overrides = overrides;
  }
  if (code.source.isLibrary && !outer.source.isLibrary) recordBuilt(interpreter, result);
  return result;
}

/** Takes apart what parameters are given that Python 2 writes as tuples. */
function unpackParameters(interpreter: Interpreter, parameters: Parameters, frame: Frame): void {
  for (const { name, target } of parameters.args) {
    const value = target && frame.environment.locals.get(name);
    if (!value) continue;
    const outer = interpreter.frame;
    interpreter.frame = frame;
    try {
      assign(interpreter, target, value);
    } finally {
      interpreter.frame = outer;
    }
  }
}

/** At so many looks at what a function changes, all that it could is given up. */
const MOST_LOOKS = 4;

/**
 * What calls of a function to itself do, as often as is not known: its body is looked at until it
 * changes nothing more that is known, and all that it changes is given up.
 */
function giveUpEffects(interpreter: Interpreter, frame: Frame, node: FunctionDef | Lambda, why: Reason): void {
  if (node.kind === 'Lambda') return;
  const { frame: outer, node: at, overrides, active, heap, pending, records } = interpreter;
  const previous = active.get(node);
  const marks = records.marks();
  for (let look = 0, changed = true; changed && look < MOST_LOOKS; look++) {
    const start = fork(interpreter);
    active.set(node, frame);
    interpreter.frame = frame;
    interpreter.overrides = null;
    interpreter.doubt += 1;
    interpreter.depth += 1;
    try {
      executeBlock(interpreter, node.body);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
    } finally {
      interpreter.depth -= 1;
      interpreter.doubt -= 1;
      interpreter.frame = outer;
      interpreter.node = at;
      interpreter.overrides = overrides;
      if (previous) active.set(node, previous);
      else active.delete(node);
    }
    const states = [changesSince(interpreter, start.base)];
    rebase(interpreter, start.from, start.base);
    for (const path of pending.splice(start.from)) states.push(path.changes);
    records.truncate(marks);
    const join = new Join(why, start.since, look > 0);
    changed = false;
    for (const state of states) changed = joinTurn(heap, state, join, true) || changed;
  }
}

function runBody(interpreter: Interpreter, node: FunctionDef): Value {
  const start = fork(interpreter);
  let completion: Completion = RAISE;
  let error: PythonError | null = null;
  try {
    completion = executeBlock(interpreter, node.body);
  } catch (thrown) {
    if (!(thrown instanceof PythonError) || interpreter.pending.length === start.from) throw thrown;
    error = thrown;
  }
  if (interpreter.pending.length === start.from) return completion === RETURN ? interpreter.returned : NONE;
  return meetReturns(interpreter, start, completion, error, node);
}

/** The end of a function some of whose paths have returned before. */
export function meetReturns(
  interpreter: Interpreter,
  start: Fork,
  completion: Completion,
  error: PythonError | null,
  node: FunctionDef,
): Value {
  const value = completion === RETURN ? interpreter.returned : NONE;
  interpreter.node = node;
  const why = interpreter.because(`differs by which \`return\` of \`${node.name}\` is reached`);
  const live = { completion: completion === NORMAL ? RETURN : completion, value, error };
  if (meet(interpreter, start, RETURN, live, why)) return interpreter.returned;
  if (error) throw error;
  return NONE;
}

/** A function's signature with the defaults that the program has given it since: `f.__defaults__ = …`. */
function signatureInForce(callee: FunctionValue): Signature {
  const { attributes, signature } = callee;
  const positional = attributes.get('__defaults__');
  const byName = attributes.get('__kwdefaults__');
  if (!positional && !byName) return signature;
  const values = positional?.kind === 'tuple' ? positional.items : [];
  const plain = signature.parameters.filter(({ kind }) => kind === 'positional' || kind === 'positional-only');
  const parameters = signature.parameters.map((parameter): SignatureParameter => {
    const index = plain.indexOf(parameter);
    if (index >= 0 && positional) {
      return { ...parameter, default: values[index - plain.length + values.length] ?? null };
    }
    if (parameter.kind !== 'keyword-only' || !byName) return parameter;
    const own = byName.kind === 'dict' ? byName.entries.get(`s:${parameter.name}`)?.value : undefined;
    return { ...parameter, default: own ?? null };
  });
  return { ...signature, parameters };
}

/** Binds a call's arguments to the parameters as local names. Throws TypeError where they do not fit. */
function bindParameters(
  interpreter: Interpreter,
  callee: FunctionValue,
  given: Arguments,
  locals: Namespace<Value>,
): void {
  const signature = signatureInForce(callee);
  const { parameters } = signature;
  const { positional, keywords, uncertain } = given;
  if (!uncertain && keywords.size === 0 && bindQuickly(parameters, positional, locals)) return;
  const binding = bind(signature, given);
  if (binding.problem) {
    if (raisesOtherwise(codeOf(callee).environment.module.uri, true)) raiseUnworded(interpreter);
    interpreter.raise('TypeError', `${callee.qualname}() ${binding.problem.message}`);
  }
  for (const parameter of parameters) {
    const { name, kind } = parameter;
    if (kind === 'var-positional') {
      locals.declare(name, uncertain ? unknown(uncertain) : tuple(binding.varPositional));
    } else if (kind === 'var-keyword') {
      const entries: [string, DictEntry][] = [];
      for (const [key, value] of binding.varKeyword) {
        const keyValue = str(key);
        entries.push([interpreter.hash(keyValue) ?? key, { key: keyValue, value }]);
      }
      locals.declare(name, new DictValue(entries, { uncertain }));
    } else {
      const bound = binding.bound.get(name);
      const isGiven = bound !== undefined && bound.source.from !== 'default';
      locals.declare(name, uncertain && !isGiven ? unknown(uncertain) : (bound?.value ?? NONE));
    }
  }
}

/** Positional arguments only, for parameters that take them so or have defaults. */
function bindQuickly(
  parameters: readonly SignatureParameter[],
  positional: readonly Value[],
  locals: Namespace<Value>,
): boolean {
  if (positional.length > parameters.length) return false;
  for (let i = 0; i < parameters.length; i++) {
    const { kind, default: fallback } = parameters[i] as SignatureParameter;
    if (kind !== 'positional' && kind !== 'positional-only' && !(kind === 'keyword-only' && i >= positional.length)) {
      return false;
    }
    if (i >= positional.length && fallback === null) return false;
  }
  for (let i = 0; i < parameters.length; i++) {
    const { name, default: fallback } = parameters[i] as SignatureParameter;
    locals.declare(name, (i < positional.length ? positional[i] : fallback) as Value);
  }
  return true;
}

/** A function's annotations, evaluated where it was defined. */
export function annotationsOf(interpreter: Interpreter, value: FunctionValue): Value {
  const { node, source, environment } = codeOf(value);
  const written: [string, Expression | null][] = allParameters(node.parameters).map((p) => [p.name, p.annotation]);
  if (node.kind === 'FunctionDef') written.push(['return', node.returns]);
  const entries: [string, DictEntry][] = [];
  const { frame, node: at } = interpreter;
  const postponed = isFeature(environment.module.value.namespace.get('annotations'));
  interpreter.frame = new Frame(environment, source, frame, null, at);
  try {
    for (const [name, annotation] of written) {
      if (!annotation) continue;
      if (postponed || !isPlain(annotation)) return interpreter.unknown('these annotations are not followed');
      const found = interpreter.attempt(() => evaluate(interpreter, annotation));
      const content = 'value' in found ? found.value : interpreter.unknown('the annotation cannot be evaluated');
      const key = str(name);
      entries.push([interpreter.hash(key) ?? name, { key, value: content }]);
    }
  } finally {
    interpreter.frame = frame;
    interpreter.node = at;
  }
  return new DictValue(entries);
}

/** `from __future__ import annotations`: they are texts. */
function isFeature(value: Value | undefined): boolean {
  return value?.kind === 'instance' && value.cls.name === '_Feature';
}

/** Names of types, parameters of types, texts: what is the same whenever it is evaluated. */
function isPlain(node: Expression): boolean {
  switch (node.kind) {
    case 'Name':
    case 'Constant':
      return true;
    case 'Attribute':
      return isPlain(node.value);
    case 'Subscript':
      return isPlain(node.value) && isPlain(node.slice);
    case 'Tuple':
    case 'List':
      return node.elements.every(isPlain);
    case 'BinOp':
      return node.op === '|' && isPlain(node.left) && isPlain(node.right);
    default:
      return false;
  }
}
