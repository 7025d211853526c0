/**
 * Top-level statements. Each runs by itself: what one raises ends that one, leaves the names that it
 * was to bind unknown, and goes no further. In a top-level `if` or `with` that holds for each
 * statement.
 */
import type { Expression, Item, Node, Statement } from '../python/ast';
import { forEachChild } from '../python/walk';
import { type Reason, reason } from '../shapes/reason';
import { PythonError, type Refusal } from '../values/context';
import { TensorValue } from '../values/tensor';
import { unknown } from '../values/value';
import { serials } from '../values/watch';
import { BudgetExceeded } from './budget';
import { builtinClass } from './builtins/registry';
import { evaluate } from './expressions';
import { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { Join, joinTurn } from './joins';
import { nesting } from './nesting';
import { recordUncaught, siteAt } from './observations';
import { alternatives, type Completion, NORMAL } from './paths';
import { execute } from './statements';
import { executeWith } from './with-statement';

/** Told of every failure of ours, which the program sees as something unknown. */
export type InternalErrorHook = (error: unknown, item: Item) => void;

export function runItem(interpreter: Interpreter, item: Item, onInternalError: InternalErrorHook): void {
  const { uri } = interpreter.main.module;
  interpreter.frame = new Frame(interpreter.main, { uri, item, isLibrary: false }, null, null, null);
  interpreter.node = item.statement;
  interpreter.returned = unknown({ text: 'nothing was returned' });
  runStatement(interpreter, item.statement, (error) => onInternalError(error, item));
}

function runStatement(interpreter: Interpreter, node: Statement, report: (error: unknown) => void): Completion {
  guarded(interpreter, node, report, () => {
    if (interpreter.runsWhole) return execute(interpreter, node);
    if (node.kind === 'If') {
      const truth = interpreter.truth(evaluate(interpreter, node.test));
      const branch = (body: readonly Statement[]) => () => {
        for (const statement of body) runStatement(interpreter, statement, report);
        return NORMAL;
      };
      if (truth === true) return branch(node.body)();
      if (truth === false) return branch(node.orelse)();
      interpreter.node = node.test;
      const why = interpreter.because(
        'differs between the branches of an `if` whose condition is not known',
        truth.reason,
      );
      // A branch that raises is not the one that goes on.
      interpreter.branches += 1;
      try {
        return alternatives(interpreter, [branch(node.body), branch(node.orelse)], why);
      } finally {
        interpreter.branches -= 1;
      }
    }
    if (node.kind === 'With') {
      return executeWith(interpreter, node, () => {
        for (const statement of node.body) runStatement(interpreter, statement, report);
        return NORMAL;
      });
    }
    return execute(interpreter, node);
  });
  recordArrays(interpreter, node);
  return NORMAL;
}

function guarded(
  interpreter: Interpreter,
  node: Statement,
  report: (error: unknown) => void,
  run: () => Completion,
): void {
  const { frame, doubt, depth, branches, heap, pending } = interpreter;
  const catchers = [...interpreter.catchers];
  const waiting = pending.length;
  const base = heap.checkpoint();
  const since = serials();
  const restore = (): void => {
    Object.assign(interpreter, { frame, node, doubt, depth, branches, overrides: null });
    interpreter.active.clear();
    interpreter.loopSteps = interpreter.budget.limits.loop;
    interpreter.catchers.splice(0, interpreter.catchers.length, ...catchers);
    pending.length = Math.min(pending.length, waiting);
  };
  interpreter.budget.startStatement();
  try {
    nesting(interpreter, restore, run);
  } catch (error) {
    const isSure = pending.length <= waiting;
    restore();
    if (error instanceof PythonError) {
      if (interpreter.branches > 0) throw error;
      uncaught(interpreter, node, error, isSure);
      return;
    }
    const why = whyAbandoned(interpreter, error);
    if (!(error instanceof BudgetExceeded) && !(error instanceof RangeError)) report(error);
    // Whatever it has touched so far is not what it would have been.
    const changes = heap.changesSince(base);
    heap.rollback(base);
    joinTurn(heap, changes, new Join(why, since), true);
    forgetNames(interpreter, node, why);
  }
  if (interpreter.doubt === 0) pending.length = Math.min(pending.length, waiting);
}

function whyAbandoned(interpreter: Interpreter, error: unknown): Reason {
  if (error instanceof BudgetExceeded) return error.reason;
  if (error instanceof RangeError) {
    const cut = interpreter.because('it is nested too deeply to follow');
    interpreter.budget.cut ??= cut;
    return cut;
  }
  return interpreter.because('it could not be followed');
}

/** Exceptions that tell of something missing, which may be missing in what we follow only. */
const DOUBTFUL = ['AttributeError', 'ImportError', 'NameError', 'NotImplementedError', 'SyntaxError', 'TypeError'];

function uncaught(interpreter: Interpreter, node: Statement, error: PythonError, isSure: boolean): void {
  const { cls } = error.exception;
  const { name } = cls;
  const origin = interpreter.origins.get(error);
  const attempted = interpreter.attempt(() => interpreter.str(error.exception));
  const message = 'value' in attempted ? attempted.value : null;
  const why = reason(
    message ? `${name} is raised: ${message}` : `${name} is raised`,
    undefined,
    error.place ?? interpreter.place,
  );
  if (isSure && (!origin || origin.certain)) {
    const isDoubtful = DOUBTFUL.some((doubtful) => cls.derivesFrom(builtinClass(doubtful)));
    interpreter.ending ??= { reason: why, isDoubtful };
  }
  // A library that ends the program refuses nothing.
  if (origin && name !== 'SystemExit' && (error.refusal || origin.isLibrary)) {
    const instance = origin.call?.instance ?? null;
    interpreter.records.refusals.push({
      ...(error.refusal ?? raisedByLibrary(name, message)),
      site: origin.site,
      context: origin.context,
      assumed: !origin.certain,
      avoidable: !origin.certain,
      constructed: instance ? (interpreter.constructions.get(instance) ?? null) : null,
      call: origin.call,
    });
  } else {
    recordUncaught(interpreter, error, message);
  }
  if (name === 'SystemExit' || interpreter.runsWhole) return;
  forgetNames(interpreter, node, why);
}

/** A package of the program's raises by itself, as builders of models do on arguments they do not take. */
function raisedByLibrary(exception: string, message: string | null): Refusal {
  return { code: 'refused', exception, phase: 'other', message: message ?? exception };
}

/** Methods that change the object they are called on. */
const CHANGES = new Set(['add', 'append', 'extend', 'insert', 'update', 'pop', 'remove', 'adapt', 'build']);

/** The names that a statement was to bind, or whose values it was to change, are not known. */
function forgetNames(interpreter: Interpreter, node: Statement, why: Reason): void {
  const names = new Set<string>();
  collectNames(node, names);
  const namespace = interpreter.main.locals;
  for (const name of names) {
    const old = namespace.get(name);
    if (old?.kind === 'module') continue;
    namespace.set(interpreter.heap, name, unknown(why));
  }
}

/** The names that a statement binds, or whose objects it changes by methods that change what they belong to. */
export function collectNames(node: Node, names: Set<string>): void {
  switch (node.kind) {
    case 'FunctionDef':
    case 'ClassDef':
      names.add(node.name);
      return;
    case 'Lambda':
    case 'Comprehension':
      return;
    case 'Import':
      for (const { name, asname } of node.names) names.add(asname ?? name.replace(/\..*/, ''));
      return;
    case 'ImportFrom':
      for (const { name, asname } of node.names) if (name !== '*') names.add(asname ?? name);
      return;
    case 'Assign':
    case 'Delete':
      for (const target of node.targets) collectTargets(target, names);
      break;
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
    case 'NamedExpr':
      collectTargets(node.target, names);
      break;
    case 'With':
      for (const { target } of node.items) if (target) collectTargets(target, names);
      break;
    case 'ErrorStatement':
      for (const target of node.targets) collectTargets(target, names);
      break;
    case 'Call':
      if (node.func.kind === 'Attribute' && CHANGES.has(node.func.attr) && node.func.value.kind === 'Name') {
        names.add(node.func.value.id);
      }
      break;
  }
  forEachChild(node, (child) => collectNames(child, names));
}

function collectTargets(target: Expression, names: Set<string>): void {
  switch (target.kind) {
    case 'Name':
      names.add(target.id);
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elements) collectTargets(element, names);
      return;
    case 'Starred':
      collectTargets(target.value, names);
      return;
    case 'Subscript':
      if (target.value.kind === 'Name') names.add(target.value.id);
  }
}

/** Notes the arrays on real data that a plain assignment has left in its names. */
function recordArrays(interpreter: Interpreter, node: Statement): void {
  if (node.kind !== 'Assign') return;
  for (const target of node.targets) noteArray(interpreter, target);
}

function noteArray(interpreter: Interpreter, target: Expression): void {
  if (target.kind === 'Tuple' || target.kind === 'List') {
    for (const element of target.elements) noteArray(interpreter, element);
  } else if (target.kind === 'Starred') noteArray(interpreter, target.value);
  else if (target.kind === 'Name') {
    const value = interpreter.main.locals.get(target.id);
    if (value instanceof TensorValue && !value.symbolic && value.library !== 'variable') {
      interpreter.records.arrays.push({ site: siteAt(interpreter.frame.source, target), name: target.id, value });
    }
  }
}
