/** `value[key]` read, written and deleted. */
import type { Expression, Subscript } from '../python/ast';
import { ListValue, type Value } from '../values/value';
import { deleteSubscript, setSubscript, subscript } from './builtins/operations';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';

export function evaluateSubscript(interpreter: Interpreter, node: Subscript): Value {
  const value = evaluate(interpreter, node.value);
  const key = evaluate(interpreter, node.slice);
  interpreter.node = node;
  return readSubscript(interpreter, value, key);
}

export function readSubscript(interpreter: Interpreter, value: Value, key: Value): Value {
  if (key.kind === 'int' && typeof key.value === 'number') {
    if ((value.kind === 'tuple' && !value.cls) || (value.kind === 'list' && !value.cls && !value.uncertain)) {
      const { items } = value;
      const found = items[key.value < 0 ? key.value + items.length : key.value];
      if (found !== undefined) return found;
    }
  }
  const result = subscript(value, key, interpreter);
  if (result.kind === 'unknown') interpreter.mayRaise(result.reason);
  // The item may be known though how many there are is not.
  else if (value.kind === 'list' && value.uncertain) interpreter.mayRaise(value.uncertain);
  return result;
}

/** The object and the key of a target, evaluated once and in Python's order. */
export function evaluateTarget(interpreter: Interpreter, value: Expression, slice: Expression): [Value, Value] {
  return [evaluate(interpreter, value), evaluate(interpreter, slice)];
}

export function writeSubscript(interpreter: Interpreter, value: Value, key: Value, content: Value): void {
  if (value instanceof ListValue && !value.cls && !value.uncertain && key.kind === 'int') {
    const index = Number(key.value);
    const at = index < 0 ? index + value.items.length : index;
    if (at >= 0 && at < value.items.length) {
      value.set(interpreter.heap, at, content);
      return;
    }
  }
  setSubscript(value, key, content, interpreter);
}

export function removeSubscript(interpreter: Interpreter, value: Value, key: Value): void {
  deleteSubscript(value, key, interpreter);
}
