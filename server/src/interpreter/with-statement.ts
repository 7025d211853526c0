/** `with`: context managers entered and left, whatever happens between. */
import type { With } from '../python/ast';
import { PythonError } from '../values/context';
import { isUnknownValue, NONE, type UnknownValue, type Value } from '../values/value';
import { assign } from './assignment';
import { tracebackOf } from './builtins/exception-state';
import { type Catcher, protect } from './exceptions';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { alternatives, type Completion, fork, NORMAL, RAISE } from './paths';
import { executeBlock } from './statements';

/** `run`: what to do in place of running the body, where no manager may swallow what it raises. */
export function executeWith(interpreter: Interpreter, node: With, run?: () => Completion): Completion {
  return executeItems(interpreter, node, 0, run ?? null);
}

function executeItems(interpreter: Interpreter, node: With, index: number, run: (() => Completion) | null): Completion {
  if (index >= node.items.length) return run ? run() : executeBlock(interpreter, node.body);
  const manager = enter(interpreter, node, index);
  const start = fork(interpreter);
  const swallows = manager !== null && maySwallow(manager);
  const body = () => executeItems(interpreter, node, index + 1, swallows ? null : run);
  if (manager && swallows) {
    const catcher: Catcher = { kind: 'with', types: null, escapes: 0 };
    const why = interpreter.because('differs by whether an exception is raised here');
    return protect(
      interpreter,
      start,
      catcher,
      body,
      (error) => {
        const swallowed = leave(interpreter, node, manager, error);
        if (swallowed === true) return NORMAL;
        if (swallowed === false) throw error;
        const goOn = () => {
          throw error;
        };
        return alternatives(interpreter, [() => NORMAL, goOn], interpreter.because(why.text, swallowed.reason));
      },
      () => {
        leave(interpreter, node, manager, null);
        return NORMAL;
      },
      (completion) => {
        leave(interpreter, node, manager, null);
        return completion;
      },
      why,
    );
  }
  let completion: Completion = RAISE;
  try {
    completion = body();
  } catch (error) {
    if (error instanceof PythonError && manager) leave(interpreter, node, manager, error);
    throw error;
  }
  const { returned } = interpreter;
  if (manager) leave(interpreter, node, manager, null);
  interpreter.returned = returned;
  return completion;
}

/** Enters a context manager and binds its target. Gives the manager; null where it is not known. */
export function enter(interpreter: Interpreter, node: With, index: number): Value | null {
  const item = node.items[index];
  if (!item) return null;
  const manager = evaluate(interpreter, item.context);
  interpreter.node = item.context;
  if (!node.isAsync) checkManager(interpreter, manager);
  const entered = node.isAsync
    ? interpreter.unknown('`async with` is not followed')
    : isUnknownValue(manager) && manager.loaded
      ? manager
      : interpreter.callSpecial(manager, '__enter__', []);
  if (item.target) assign(interpreter, item.target, entered ?? NONE);
  return node.isAsync || isUnknownValue(manager) ? null : manager;
}

/** Both methods are looked up before the first is called. */
function checkManager(interpreter: Interpreter, manager: Value): void {
  const cls = interpreter.classOf(manager);
  if (isUnknownValue(cls)) return;
  const missing = ['__enter__', '__exit__'].find((name) => cls.lookup(name) === undefined);
  if (missing === undefined) return;
  const detail = missing === '__exit__' ? ' (missed __exit__ method)' : '';
  interpreter.raise('TypeError', `'${cls.name}' object does not support the context manager protocol${detail}`);
}

/** Calls `__exit__`. Gives whether it swallows the exception. */
export function leave(
  interpreter: Interpreter,
  node: With,
  manager: Value,
  error: PythonError | null,
): boolean | UnknownValue {
  interpreter.node = node;
  if (error === null) {
    interpreter.callSpecial(manager, '__exit__', [NONE, NONE, NONE]);
    return false;
  }
  const { handling } = interpreter.frame;
  handling.push(error);
  try {
    const { exception } = error;
    const given = [exception.cls, exception, tracebackOf(exception)];
    const result = interpreter.callSpecial(manager, '__exit__', given);
    return result === undefined ? false : interpreter.truth(result);
  } finally {
    handling.pop();
  }
}

/** Whether its `__exit__` may swallow exceptions: the program's own, and those of `contextlib`. */
function maySwallow(manager: Value): boolean {
  if (manager.kind !== 'instance') return false;
  const exit = manager.cls.lookup('__exit__');
  if (exit?.kind === 'function') return true;
  return manager.cls.mro.some((cls) => cls.module === 'contextlib');
}
