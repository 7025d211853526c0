/** `try`, `raise`, and who would catch what. */
import type { ExceptHandler, Expression, Raise, Try } from '../python/ast';
import { type Reason, reason } from '../shapes/reason';
import { args } from '../values/arguments';
import { PythonError } from '../values/context';
import { ClassValue, InstanceValue, NONE, unknown, type Value } from '../values/value';
import { builtinClass, makeException } from './builtins/registry';
import { bindName, type Environment } from './environment';
import { handleGroup } from './except-star';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import {
  type Alternative,
  alternatives,
  type Completion,
  changesSince,
  type Fork,
  fork,
  NORMAL,
  type PendingPath,
  RAISE,
  rebase,
  waits,
} from './paths';
import { executeBlock } from './statements';

/** Something on the way out that may catch an exception. */
export interface Catcher {
  /** `attempt`: a library that tries something out. `with`: a context manager that may swallow. */
  readonly kind: 'try' | 'with' | 'attempt';
  /** Classes (or tuples of them, or unknown) of the handlers; null: any. */
  readonly types: readonly Value[] | null;
  /** How many paths have left it at unknown operations. */
  escapes: number;
}

/** At so many unknown operations in one `try` the handlers have seen what there is to see. */
const MOST_ESCAPES = 24;

/** The innermost of those that would, or may, catch an exception of this class. */
export function catching(interpreter: Interpreter, cls: ClassValue): Catcher | null {
  const { catchers } = interpreter;
  for (let i = catchers.length - 1; i >= 0; i--) {
    const catcher = catchers[i] as Catcher;
    if (catcher.types === null || catcher.types.some((type) => matches(cls, type) !== false)) return catcher;
  }
  return null;
}

/** Whether a handler of this type catches exceptions of this class. */
export function matches(cls: ClassValue, type: Value): boolean | 'maybe' {
  if (type.kind === 'tuple') {
    const each = type.items.map((one) => matches(cls, one));
    return each.includes(true) || (each.includes('maybe') ? 'maybe' : false);
  }
  if (type.kind !== 'class') return type.kind === 'unknown' ? 'maybe' : false;
  if (cls.derivesFrom(type)) return true;
  return cls.unknownBase !== null && !isOutsideException(type) ? 'maybe' : false;
}

/** `KeyboardInterrupt`, `SystemExit`: what no operation raises by itself. */
function isOutsideException(type: ClassValue): boolean {
  return type.derivesFrom(builtinClass('BaseException')) && !type.derivesFrom(builtinClass('Exception'));
}

/**
 * An operation on something unknown may raise. Where a handler would catch that, the path on which
 * it does waits for the handler.
 */
export function mayRaise(interpreter: Interpreter, why: Reason, as: string | null = null): void {
  const { catchers, pending, heap } = interpreter;
  if (catchers.length === 0) return;
  const cls = as === null ? unknownException(why) : builtinClass(as);
  const catcher = catching(interpreter, cls);
  if (catcher === null || catcher.kind === 'attempt' || catcher.escapes >= MOST_ESCAPES) return;
  const last = pending[pending.length - 1];
  if (last && last.completion === RAISE && last.fork === heap.checkpoint() && last.changes.size === 0) return;
  catcher.escapes += 1;
  const error = new PythonError(makeException(cls, '', interpreter), null, interpreter.place, why);
  pending.push({ completion: RAISE, value: NONE, error, fork: heap.checkpoint(), changes: new Map() });
}

function unknownException(why: Reason): ClassValue {
  return new ClassValue(0, 'Exception', 'builtins', [builtinClass('Exception')], [], { unknownBase: why });
}

/** Raises what nothing is known of but that it is raised: by a standard module for arguments that it does not take. */
export function raiseUnworded(interpreter: Interpreter): never {
  const why = interpreter.because('what a standard module raises for such arguments is not followed');
  const exception = makeException(unknownException(why), '', interpreter);
  throw interpreter.originate(new PythonError(exception, null, interpreter.place, why), null);
}

export function executeTry(interpreter: Interpreter, node: Try): Completion {
  if (node.finalbody.length === 0) return executeHandled(interpreter, node);
  const start = fork(interpreter);
  let completion: Completion = NORMAL;
  let error: PythonError | null = null;
  try {
    completion = node.handlers.length > 0 ? executeHandled(interpreter, node) : executeBlock(interpreter, node.body);
  } catch (thrown) {
    if (!(thrown instanceof PythonError)) throw thrown;
    error = thrown;
    completion = RAISE;
  }
  return finish(interpreter, start, completion, error, () => executeBlock(interpreter, node.finalbody));
}

/** Runs what must run however a block ends: on the live path, and on each that waits. */
export function finish(
  interpreter: Interpreter,
  start: Fork,
  completion: Completion,
  error: PythonError | null,
  cleanUp: () => Completion,
): Completion {
  const { heap, pending } = interpreter;
  const returned = interpreter.returned;
  if (pending.length > start.from) {
    const live = changesSince(interpreter, start.base);
    rebase(interpreter, start.from, start.base);
    const waiting = pending.splice(start.from);
    const marks = interpreter.records.marks();
    interpreter.doubt += 1;
    try {
      for (const path of waiting) {
        heap.apply(path.changes);
        let ended: Completion = RAISE;
        try {
          ended = cleanUp();
        } catch (thrown) {
          if (!(thrown instanceof PythonError)) throw thrown;
        }
        if (ended === NORMAL) path.changes = changesSince(interpreter, start.base);
        heap.rollback(start.base);
      }
    } finally {
      interpreter.doubt -= 1;
    }
    interpreter.records.truncate(marks);
    pending.push(...waiting);
    heap.apply(live);
  }
  const { handling } = interpreter.frame;
  if (error) handling.push(error);
  let ended: Completion;
  try {
    ended = cleanUp();
  } finally {
    if (error) handling.pop();
  }
  if (ended !== NORMAL) return ended;
  if (error) throw error;
  interpreter.returned = returned;
  return completion;
}

function executeHandled(interpreter: Interpreter, node: Try): Completion {
  const start = fork(interpreter);
  const catcher: Catcher = { kind: 'try', types: handledTypes(interpreter, node), escapes: 0 };
  return protect(
    interpreter,
    start,
    catcher,
    () => executeBlock(interpreter, node.body),
    (error) => (node.isStar ? handleGroup(interpreter, node, error) : handle(interpreter, node.handlers, 0, error)),
    () => (node.orelse.length > 0 ? executeBlock(interpreter, node.orelse) : NORMAL),
    (completion) => completion,
    interpreter.because('differs by whether an exception is raised here'),
  );
}

/**
 * Runs a body that a catcher watches. `caught` takes what it raises (and throws what it does not
 * take), `after` follows its normal end. Where it may have raised, both go on and are joined.
 */
export function protect(
  interpreter: Interpreter,
  start: Fork,
  catcher: Catcher,
  body: () => Completion,
  caught: (error: PythonError) => Completion,
  after: () => Completion,
  /** What runs where the body has returned, broken or continued. */
  left: (completion: Completion) => Completion,
  why: Reason,
): Completion {
  const { catchers, heap, pending } = interpreter;
  const height = catchers.length;
  catchers.push(catcher);
  let completion: Completion = RAISE;
  let error: PythonError | null = null;
  try {
    completion = body();
  } catch (thrown) {
    if (!(thrown instanceof PythonError)) throw thrown;
    error = thrown;
  } finally {
    catchers.length = height;
  }
  if (!waits(interpreter, start.from, RAISE)) {
    if (error) return caught(error);
    return completion === NORMAL ? after() : leaving(interpreter, completion, left);
  }
  const live = changesSince(interpreter, start.base);
  const returned = interpreter.returned;
  rebase(interpreter, start.from, start.base);
  const raised: PendingPath[] = [];
  for (const path of pending.splice(start.from)) (path.completion === RAISE ? raised : pending).push(path);
  const ways: Alternative[] = raised.map((path) => () => {
    heap.apply(path.changes);
    return caught(path.error as PythonError);
  });
  ways.unshift(() => {
    heap.apply(live);
    if (error) return caught(error);
    if (completion === NORMAL) return after();
    interpreter.returned = returned;
    return leaving(interpreter, completion, left);
  });
  return alternatives(interpreter, ways, why);
}

function leaving(interpreter: Interpreter, completion: Completion, left: (completion: Completion) => Completion) {
  const { returned } = interpreter;
  const ended = left(completion);
  if (ended === completion) interpreter.returned = returned;
  return ended;
}

/** The handlers' types, looked up early and without effect: only names and attributes are. */
function handledTypes(interpreter: Interpreter, { handlers, isStar }: Try): Value[] | null {
  if (isStar) return null;
  const types: Value[] = [];
  for (const { type } of handlers) {
    if (type === null) return null;
    const names = type.kind === 'Tuple' ? type.elements : [type];
    for (const name of names) types.push(typeNamed(interpreter, name));
  }
  return types;
}

function typeNamed(interpreter: Interpreter, name: Expression): Value {
  if (name.kind !== 'Name' && name.kind !== 'Attribute') return interpreter.unknown('the exception type is computed');
  try {
    return evaluate(interpreter, name);
  } catch (error) {
    if (error instanceof PythonError) return interpreter.unknown('the exception type is not found');
    throw error;
  }
}

/** Finds the handler for an exception and runs it; throws it on where there is none. */
function handle(
  interpreter: Interpreter,
  handlers: readonly ExceptHandler[],
  from: number,
  error: PythonError,
): Completion {
  for (let i = from; i < handlers.length; i++) {
    const handler = handlers[i] as ExceptHandler;
    const found = handler.type === null ? true : handles(interpreter, error, handler.type);
    if (found === true) return runHandler(interpreter, handler, error);
    if (found === 'maybe') {
      return alternatives(
        interpreter,
        [() => runHandler(interpreter, handler, error), () => handle(interpreter, handlers, i + 1, error)],
        interpreter.because('differs by which exception is raised'),
      );
    }
  }
  throw error;
}

function handles(interpreter: Interpreter, error: PythonError, node: Expression): boolean | 'maybe' {
  const { handling } = interpreter.frame;
  handling.push(error);
  try {
    const type = evaluate(interpreter, node);
    checkHandled(interpreter, type);
    return matches(error.exception.cls, type);
  } finally {
    handling.pop();
  }
}

/** What stands behind `except` must be exceptions; Python looks at it when it looks for a handler. */
export function checkHandled(interpreter: Interpreter, type: Value): void {
  const base = builtinClass('BaseException');
  for (const one of type.kind === 'tuple' ? type.items : [type]) {
    if (one.kind === 'unknown' || (one.kind === 'class' && (one.derivesFrom(base) || one.unknownBase))) continue;
    interpreter.raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
  }
}

function runHandler(interpreter: Interpreter, handler: ExceptHandler, error: PythonError): Completion {
  const { handling } = interpreter.frame;
  handling.push(error);
  if (handler.name !== null) bindName(interpreter, handler.name, boundException(error));
  try {
    return executeBlock(interpreter, handler.body);
  } finally {
    handling.pop();
    if (handler.name !== null) forgetName(interpreter, interpreter.frame.environment, handler.name);
  }
}

/** What the name of `except … as name` stands for. */
export function boundException(error: PythonError): Value {
  return error.unknownBecause ? unknown(error.unknownBecause) : error.exception;
}

/** Python deletes the name of `except … as name` when the handler ends. */
function forgetName(interpreter: Interpreter, environment: Environment, name: string): void {
  environment.locals.delete(interpreter.heap, name);
}

export function executeRaise(interpreter: Interpreter, node: Raise): never {
  if (node.exc === null) {
    if (interpreter.handled) throw interpreter.handled;
    return interpreter.raise('RuntimeError', 'No active exception to reraise');
  }
  const exception = exceptionOf(interpreter, evaluate(interpreter, node.exc));
  interpreter.node = node;
  if (node.cause !== null) {
    const cause = evaluate(interpreter, node.cause);
    const made = cause.kind === 'class' ? exceptionOf(interpreter, cause) : cause;
    const isException = made instanceof InstanceValue && made.cls.derivesFrom(builtinClass('BaseException'));
    if (!isException && made.kind !== 'None' && made.kind !== 'unknown') {
      interpreter.raise('TypeError', 'exception causes must derive from BaseException');
    }
    interpreter.setAttribute(exception, '__cause__', made);
  }
  throw interpreter.originate(new PythonError(exception, null, interpreter.place), null);
}

/** The instance that `raise value` raises. */
export function exceptionOf(interpreter: Interpreter, value: Value): InstanceValue {
  const base = builtinClass('BaseException');
  const isType = value.kind === 'class' && (value.derivesFrom(base) || value.unknownBase !== null);
  const made = isType ? interpreter.call(value, args()) : value;
  if (made instanceof InstanceValue && (made.cls.derivesFrom(base) || made.cls.unknownBase)) return made;
  if (made.kind === 'unknown') return makeException(unknownException(made.reason), '', interpreter);
  if (isType) {
    const [type, given] = [interpreter.repr(value), interpreter.repr(interpreter.classOf(made))];
    interpreter.raise('TypeError', `calling ${type} should have returned an instance of BaseException, not ${given}`);
  }
  return interpreter.raise('TypeError', 'exceptions must derive from BaseException');
}

/** A reason for what is unknown because of an exception. */
export function becauseOf(error: PythonError, text: string): Reason {
  return reason(text, undefined, error.place ?? undefined);
}
