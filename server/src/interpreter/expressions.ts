/** Evaluates expressions. */
import type {
  BoolOp,
  Constant,
  DictExpression,
  Expression,
  FormattedValue,
  IfExp,
  JoinedStr,
  NamedExpr,
  Slice,
  Yield,
} from '../python/ast';
import { reason } from '../shapes/reason';
import {
  bool,
  type DictEntry,
  DictValue,
  ELLIPSIS,
  float,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  objectsAmong,
  partsWith,
  str,
  type UnknownValue,
  unknown,
  type Value,
} from '../values/value';
import { serials } from '../values/watch';
import { privateName, readAttribute } from './attributes';
import { displayedSet, formatOf, reprOf, strOf } from './builtins/registry';
import { isIterable, typeName } from './builtins/special';
import { escapeNonAscii } from './builtins/string-text';
import { evaluateCall } from './calls';
import { evaluateComprehension } from './comprehensions';
import { bindWalrus, readName } from './environment';
import { makeLambda } from './functions';
import type { Interpreter } from './interpreter';
import { Join } from './joins';
import { recordBinding } from './observations';
import { evaluateBinary, evaluateCompare, evaluateUnary } from './operators';
import { alternatives, NORMAL } from './paths';
import { evaluateSubscript } from './subscripts';
import { snapshot } from './yielded';

export function evaluate(interpreter: Interpreter, node: Expression): Value {
  if (interpreter.overrides !== null) {
    const resumed = interpreter.overrides.get(node);
    if (resumed !== undefined) return resumed;
  }
  switch (node.kind) {
    case 'Name':
      return readName(interpreter, node.id);
    case 'Constant':
      return constant(node);
    case 'Attribute': {
      const value = evaluate(interpreter, node.value);
      interpreter.node = node;
      return readAttribute(interpreter, value, privateName(interpreter, node.attr));
    }
    case 'Call':
      return evaluateCall(interpreter, node);
    case 'BinOp':
      return evaluateBinary(interpreter, node);
    case 'Subscript':
      return evaluateSubscript(interpreter, node);
    case 'Tuple':
      return tupleOf(evaluateElements(interpreter, node.elements), interpreter);
    case 'List':
      return listOf(evaluateElements(interpreter, node.elements), interpreter);
    case 'Compare':
      return evaluateCompare(interpreter, node);
    case 'UnaryOp':
      return evaluateUnary(interpreter, node);
    case 'BoolOp':
      return evaluateBoolOp(interpreter, node);
    case 'IfExp':
      return evaluateIfExp(interpreter, node);
    case 'Dict':
      return evaluateDict(interpreter, node);
    case 'Set':
      return set(interpreter, node.elements);
    case 'JoinedStr':
      return evaluateJoinedStr(interpreter, node);
    case 'Comprehension':
      return evaluateComprehension(interpreter, node);
    case 'Lambda':
      return makeLambda(interpreter, node);
    case 'Slice':
      return evaluateSlice(interpreter, node);
    case 'NamedExpr':
      return evaluateNamed(interpreter, node);
    case 'Starred':
      evaluate(interpreter, node.value);
      return interpreter.raise('SyntaxError', "can't use starred expression here");
    case 'Yield':
      noteYield(interpreter, node);
      interpreter.node = node;
      return interpreter.unknown('a `yield` in this place is not followed');
    case 'Await':
      evaluate(interpreter, node.value);
      interpreter.node = node;
      return interpreter.unknown('`await` is not followed');
    case 'ErrorExpression':
      return evaluateBroken(interpreter, node.parts);
  }
}

/** Where a generator's body is only looked at, what it would yield is kept. */
function noteYield(interpreter: Interpreter, node: Yield): void {
  const value = node.value ? evaluate(interpreter, node.value) : NONE;
  const { yielding, frame } = interpreter;
  if (yielding?.frame !== frame) return;
  const why = interpreter.because('what a generator yields is not followed');
  yielding.values.push(node.from ? unknown(why) : snapshot(value, why));
}

/** The parts that could be read are evaluated for their hints; what they raise is not the program's. */
export function evaluateBroken(interpreter: Interpreter, parts: readonly Expression[]): UnknownValue {
  for (const part of parts) interpreter.attempt(() => evaluate(interpreter, part));
  return interpreter.unknown('it could not be read');
}

export function constant(node: Constant): Value {
  const { value } = node;
  switch (value.type) {
    case 'int':
      return int(value.value);
    case 'str':
      return str(value.value);
    case 'None':
      return NONE;
    case 'bool':
      return bool(value.value);
    case 'float':
      return float(value.value);
    case 'bytes':
      return { kind: 'bytes', value: value.value };
    case 'complex':
      return { kind: 'complex', real: 0, imaginary: value.imaginary };
    case 'Ellipsis':
      return ELLIPSIS;
  }
}

/** The items of a display, with `*rest` spread; unknown where a rest is. */
export function evaluateElements(interpreter: Interpreter, elements: readonly Expression[]): Value[] | UnknownValue {
  const items: Value[] = [];
  let missing: UnknownValue | null = null;
  for (const element of elements) {
    if (element.kind !== 'Starred') {
      items.push(evaluate(interpreter, element));
      continue;
    }
    const value = evaluate(interpreter, element.value);
    interpreter.node = element;
    checkSpread(interpreter, value);
    const spread = interpreter.items(value);
    if ('kind' in spread) missing ??= spread;
    else for (const item of spread) items.push(item);
  }
  return missing ?? items;
}

/** What stands behind a star in a display. */
function checkSpread(interpreter: Interpreter, value: Value): void {
  if (value.kind === 'tuple' || value.kind === 'list' || value.kind === 'iterator') return;
  const cls = value.kind === 'tensor' ? value : interpreter.classOf(value);
  if (cls.kind !== 'class' || isIterable(cls)) return;
  interpreter.raise('TypeError', `Value after * must be an iterable, not ${typeName(value, interpreter)}`);
}

function tupleOf(items: Value[] | UnknownValue, interpreter: Interpreter): Value {
  if ('kind' in items) return items;
  const parts = partsWith(items);
  return parts === null ? interpreter.unknown(TOO_MANY_PARTS) : { kind: 'tuple', items, parts };
}

function listOf(items: Value[] | UnknownValue, interpreter: Interpreter): Value {
  if ('kind' in items) return new ListValue([...objectsAmong([items])], items.reason);
  const parts = partsWith(items);
  if (parts === null) return interpreter.unknown(TOO_MANY_PARTS);
  const list = new ListValue(items);
  list.parts = parts;
  return list;
}

const TOO_MANY_PARTS = 'it holds the same parts more often than is followed';

function set(interpreter: Interpreter, elements: readonly Expression[]): Value {
  const given = evaluateElements(interpreter, elements);
  if ('kind' in given) return given;
  const items = new Map<string, Value>();
  for (const item of given) {
    const hash = interpreter.hash(item);
    if (hash === null) return interpreter.unknown('it holds what is not known');
    if (!items.has(hash)) items.set(hash, item);
  }
  return displayedSet(items, elements.length > 2 && elements.every(isConstant), interpreter);
}

/** Whether CPython's compiler folds it: it makes a set of three or more constants beforehand. */
function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return node.op !== 'not' && isConstant(node.operand);
    case 'BinOp':
      return isConstant(node.left) && isConstant(node.right);
    case 'Tuple':
      return node.elements.every(isConstant);
    default:
      return false;
  }
}

function evaluateDict(interpreter: Interpreter, node: DictExpression): Value {
  const entries = new Map<string, DictEntry>();
  let uncertain = null;
  for (const item of node.items) {
    if (item.key === null) {
      const spread = interpreter.entries(evaluate(interpreter, item.value));
      if ('kind' in spread) uncertain ??= spread.reason;
      else for (const [hash, entry] of spread) put(entries, hash, entry.key, entry.value);
      continue;
    }
    const key = evaluate(interpreter, item.key);
    const value = evaluate(interpreter, item.value);
    const hash = interpreter.hash(key);
    if (hash === null) uncertain ??= isUnknownValue(key) ? key.reason : interpreter.because('a key is not known');
    else put(entries, hash, key, value);
  }
  // An unknown key may be any of the others: what they hold is not known either.
  if (uncertain) return new DictValue([], { uncertain });
  const parts = partsWith(Array.from(entries.values(), ({ value }) => value));
  if (parts === null) return interpreter.unknown(TOO_MANY_PARTS);
  const dict = new DictValue(entries);
  dict.parts = parts;
  return dict;
}

function put(entries: Map<string, DictEntry>, hash: string, key: Value, value: Value): void {
  const old = entries.get(hash);
  entries.set(hash, { key: old ? old.key : key, value });
}

function evaluateSlice(interpreter: Interpreter, node: Slice): Value {
  const part = (one: Expression | null) => (one === null ? NONE : evaluate(interpreter, one));
  return { kind: 'slice', start: part(node.lower), stop: part(node.upper), step: part(node.step) };
}

function evaluateNamed(interpreter: Interpreter, node: NamedExpr): Value {
  const value = evaluate(interpreter, node.value);
  bindWalrus(interpreter, node.target.id, value);
  recordBinding(interpreter, node.target, node.target.id, value);
  return value;
}

function evaluateBoolOp(interpreter: Interpreter, node: BoolOp): Value {
  return boolOpFrom(interpreter, node, 0);
}

function boolOpFrom(interpreter: Interpreter, node: BoolOp, from: number): Value {
  const last = node.values.length - 1;
  for (let i = from; i < last; i++) {
    const value = evaluate(interpreter, node.values[i] as Expression);
    const truth = interpreter.truth(value);
    if (typeof truth === 'boolean') {
      if (truth === (node.op === 'or')) return value;
      continue;
    }
    // Either this one decides, or the rest does.
    const since = serials();
    let rest: Value = value;
    interpreter.node = node;
    const why = interpreter.because(`differs by whether \`${node.op}\` needs its right side`, truth.reason);
    alternatives(
      interpreter,
      [
        () => NORMAL,
        () => {
          rest = boolOpFrom(interpreter, node, i + 1);
          return NORMAL;
        },
      ],
      why,
    );
    return new Join(why, since).values(value, rest);
  }
  return evaluate(interpreter, node.values[last] as Expression);
}

function evaluateIfExp(interpreter: Interpreter, node: IfExp): Value {
  const truth = interpreter.truth(evaluate(interpreter, node.test));
  if (typeof truth === 'boolean') return evaluate(interpreter, truth ? node.body : node.orelse);
  const values: Value[] = [];
  const since = serials();
  const way = (branch: Expression) => () => {
    values.push(evaluate(interpreter, branch));
    return NORMAL;
  };
  interpreter.node = node;
  const why = interpreter.because('differs between the sides of an `if` whose condition is not known', truth.reason);
  alternatives(interpreter, [way(node.body), way(node.orelse)], why);
  const [first, second] = values;
  return first && second ? new Join(why, since).values(first, second) : (first ?? NONE);
}

function evaluateJoinedStr(interpreter: Interpreter, node: JoinedStr): Value {
  const text = joinParts(interpreter, node.parts);
  return typeof text === 'string' ? str(text) : text;
}

function joinParts(interpreter: Interpreter, parts: readonly (string | FormattedValue)[]): string | UnknownValue {
  let text = '';
  let missing: UnknownValue | null = null;
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const formatted = formatPart(interpreter, part);
    if (typeof formatted === 'string') text += formatted;
    else missing ??= formatted;
  }
  return missing ?? text;
}

function formatPart(interpreter: Interpreter, part: FormattedValue): string | UnknownValue {
  const value = evaluate(interpreter, part.value);
  const spec = part.spec.length === 0 ? '' : joinParts(interpreter, part.spec);
  const { debug } = part;
  if (typeof spec !== 'string') return spec;
  const conversion = part.conversion ?? (debug !== null && part.spec.length === 0 ? 'r' : null);
  let text: string | UnknownValue;
  if (conversion === null) text = formatOf(value, spec, interpreter);
  else {
    text = conversion === 's' ? strOf(value, interpreter) : reprOf(value, interpreter);
    if (conversion === 'a' && typeof text === 'string') text = escapeNonAscii(text);
    if (typeof text === 'string' && spec !== '') text = formatOf(str(text), spec, interpreter);
  }
  if (typeof text !== 'string') return unknown(reason('it formats what is not known', text.reason));
  return debug === null ? text : debug + text;
}
