/** `except*`: each handler takes its part of an exception group, and the rest goes on. */
import type { ExceptHandler, Try } from '../python/ast';
import { args } from '../values/arguments';
import { PythonError } from '../values/context';
import { InstanceValue, isUnknownValue, ListValue, str, tuple, type UnknownValue, type Value } from '../values/value';
import { isGroup, type Parts, splitGroup } from './builtins/exception-groups';
import { builtinClass } from './builtins/registry';
import { bindName } from './environment';
import { checkHandled, matches } from './exceptions';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { type Completion, NORMAL } from './paths';
import { executeBlock } from './statements';

/** Runs the handlers that take a part of what was raised. Throws what none has taken, and what they raise. */
export function handleGroup(interpreter: Interpreter, node: Try, error: PythonError): Completion {
  const whole = error.exception;
  let rest: InstanceValue | null = whole;
  /** What handlers raised that is new, and parts that they raised again. */
  const raised: PythonError[] = [];
  const again: InstanceValue[] = [];
  for (const handler of node.handlers) {
    if (!rest || handler.type === null) break;
    const type = evaluate(interpreter, handler.type);
    checkHandled(interpreter, type);
    refuseGroups(interpreter, type);
    const parts = split(interpreter, rest, type);
    if ('kind' in parts) throw new PythonError(whole, null, error.place);
    const [taken, left] = parts;
    if (!taken) continue;
    rest = left;
    const group = isGroup(taken, interpreter) ? taken : groupOf(interpreter, '', tuple([taken]));
    try {
      const completion = runHandler(interpreter, handler, group);
      if (completion !== NORMAL) return completion;
    } catch (thrown) {
      if (!(thrown instanceof PythonError)) throw thrown;
      if (thrown.exception === group) again.push(group);
      else raised.push(thrown);
    }
  }
  if (rest === whole) throw error;
  if (rest) again.push(rest);
  if (!isGroup(whole, interpreter)) {
    if (raised[0]) throw raised[0];
    if (again[0]) throw new PythonError(again[0], null, error.place);
    return NORMAL;
  }
  const kept = again.length > 0 ? projection(interpreter, whole, again) : null;
  if (raised.length === 0) {
    if (kept) throw new PythonError(kept, null, error.place);
    return NORMAL;
  }
  if (raised.length === 1 && !kept) throw raised[0];
  const all = [...raised.map((one) => one.exception), ...(kept ? [kept] : [])];
  throw new PythonError(groupOf(interpreter, '', new ListValue(all)), null, raised[0]?.place ?? null);
}

function runHandler(interpreter: Interpreter, handler: ExceptHandler, group: InstanceValue): Completion {
  interpreter.frame.handling.push(new PythonError(group));
  if (handler.name !== null) bindName(interpreter, handler.name, group);
  try {
    return executeBlock(interpreter, handler.body);
  } finally {
    interpreter.frame.handling.pop();
    if (handler.name !== null) interpreter.frame.environment.locals.delete(interpreter.heap, handler.name);
  }
}

function refuseGroups(interpreter: Interpreter, type: Value): void {
  const group = builtinClass('BaseExceptionGroup');
  for (const one of type.kind === 'tuple' ? type.items : [type]) {
    if (one.kind !== 'class' || !one.derivesFrom(group)) continue;
    interpreter.raise('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
}

function groupOf(interpreter: Interpreter, message: string, parts: Value): InstanceValue {
  return interpreter.call(builtinClass('BaseExceptionGroup'), args([str(message), parts])) as InstanceValue;
}

/** What a type takes of an exception, by the `split` that the group has. */
function split(interpreter: Interpreter, exception: InstanceValue, type: Value): Parts | UnknownValue {
  if (matches(exception.cls, type) === true) return [exception, null];
  if (!isGroup(exception, interpreter)) return [null, exception];
  const method = interpreter.attribute(exception, 'split');
  if (!method) return [null, exception];
  const made = interpreter.call(method, args([type]));
  if (isUnknownValue(made)) return made;
  const part = (value: Value | undefined) => (value instanceof InstanceValue ? value : null);
  return made.kind === 'tuple' ? [part(made.items[0]), part(made.items[1])] : [null, exception];
}

/** The whole with only those of its exceptions that are in one of some parts of it. */
function projection(
  interpreter: Interpreter,
  whole: InstanceValue,
  parts: readonly InstanceValue[],
): InstanceValue | null {
  const kept = new Set<Value>();
  const collect = (one: InstanceValue): void => {
    const inner = isGroup(one, interpreter) ? interpreter.attribute(one, 'exceptions') : undefined;
    if (inner?.kind !== 'tuple') kept.add(one);
    else for (const item of inner.items) if (item instanceof InstanceValue) collect(item);
  };
  for (const part of parts) collect(part);
  const found = splitGroup(whole, (one) => kept.has(one), interpreter);
  return 'kind' in found ? null : found[0];
}
