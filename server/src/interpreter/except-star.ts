/** `except*`: each handler takes its part of an exception group, and the rest goes on. */
import type { Try } from '../python/ast';
import { PythonError } from '../values/context';
import { InstanceValue, ListValue, str, type Value } from '../values/value';
import { exceptionArguments, exceptionWith } from './builtins/exceptions';
import { builtinClass } from './builtins/registry';
import { bindName } from './environment';
import { matches } from './exceptions';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { type Completion, NORMAL } from './paths';
import { executeBlock } from './statements';

/** Runs the handlers that take a part of what was raised. Throws what none has taken, or what they raise. */
export function handleGroup(interpreter: Interpreter, node: Try, error: PythonError): Completion {
  let rest: InstanceValue | null = error.exception;
  for (const handler of node.handlers) {
    if (!rest || handler.type === null) break;
    const type = evaluate(interpreter, handler.type);
    const [taken, left]: [InstanceValue | null, InstanceValue | null] = split(interpreter, rest, type);
    if (!taken) continue;
    rest = left;
    const group = isGroup(taken) ? taken : groupOf(interpreter, '', [taken]);
    interpreter.frame.handling.push(new PythonError(group));
    if (handler.name !== null) bindName(interpreter, handler.name, group);
    try {
      const completion = executeBlock(interpreter, handler.body);
      if (completion !== NORMAL) return completion;
    } finally {
      interpreter.frame.handling.pop();
      if (handler.name !== null) interpreter.frame.environment.locals.delete(interpreter.heap, handler.name);
    }
  }
  if (rest) throw rest === error.exception ? error : new PythonError(rest, null, error.place);
  return NORMAL;
}

function isGroup(exception: InstanceValue): boolean {
  return exception.cls.derivesFrom(builtinClass('BaseExceptionGroup'));
}

function groupOf(interpreter: Interpreter, message: Value | string, parts: readonly Value[]): InstanceValue {
  const text = typeof message === 'string' ? str(message) : message;
  return exceptionWith(builtinClass('ExceptionGroup'), [text, new ListValue([...parts])], interpreter);
}

/** The part of an exception that a type takes, and the part that it leaves. */
function split(
  interpreter: Interpreter,
  exception: InstanceValue,
  type: Value,
): [InstanceValue | null, InstanceValue | null] {
  if (matches(exception.cls, type) === true) return [exception, null];
  if (!isGroup(exception)) return [null, exception];
  const [message, inner] = exceptionArguments(exception);
  const items = inner ? interpreter.items(inner) : [];
  const taken: Value[] = [];
  const left: Value[] = [];
  for (const item of 'kind' in items ? [] : items) {
    if (!(item instanceof InstanceValue)) continue;
    const [one, other] = split(interpreter, item, type);
    if (one) taken.push(one);
    if (other) left.push(other);
  }
  const part = (items: readonly Value[]) => (items.length > 0 ? groupOf(interpreter, message ?? '', items) : null);
  return [part(taken), part(left)];
}
