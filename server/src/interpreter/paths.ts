/**
 * Paths of a run. Where a condition is not known, each branch is run from the same state. Branches
 * that end normally are joined at once; one that returns, breaks, continues or raises waits as a
 * pending path until the function's, loop's or `try`'s end, where it meets the others.
 */
import type { Reason } from '../shapes/reason';
import { PythonError } from '../values/context';
import type { Changes, Checkpoint } from '../values/heap';
import { NONE, type Value } from '../values/value';
import { serials } from '../values/watch';
import { catching } from './exceptions';
import type { Interpreter } from './interpreter';
import { Join, joinStates } from './joins';

/** How a block ended. */
export const NORMAL = 0 as const;
export const BREAK = 1 as const;
export const CONTINUE = 2 as const;
export const RETURN = 3 as const;
export const RAISE = 4 as const;
/** A `break` whose loop has ended, apart from those of the loop around it. */
export const LEFT = 5 as const;
export type Completion = typeof NORMAL | typeof BREAK | typeof CONTINUE | typeof RETURN | typeof RAISE | typeof LEFT;

/** A path that left its block and waits for the others. */
export interface PendingPath {
  completion: Completion;
  /** What it returns. */
  readonly value: Value;
  /** What it raised. */
  readonly error: PythonError | null;
  /** The state in which it left: changes since `fork`. */
  fork: Checkpoint;
  changes: Changes;
}

/** Where paths part: they meet again at the end of what begins here. */
export interface Fork {
  readonly base: Checkpoint;
  /** Paths that wait from here on have this index or a greater one. */
  readonly from: number;
  /** Containers made from here on have a greater serial. */
  readonly since: number;
}

export function fork(interpreter: Interpreter): Fork {
  return { base: interpreter.heap.checkpoint(), from: interpreter.pending.length, since: serials() };
}

/** What it takes to part for one way and to join it with the others. */
const STEPS_OF_WAY = 3;

/** One way on from here. Gives how it ended; may throw a `PythonError`. */
export type Alternative = () => Completion;

/** Runs each alternative from the present state and joins those that go on. Throws where all raise. */
export function alternatives(interpreter: Interpreter, ways: readonly Alternative[], why: Reason): Completion {
  const { heap, pending } = interpreter;
  interpreter.spend(STEPS_OF_WAY * ways.length);
  const base = heap.checkpoint();
  const since = serials();
  const outcomes: PendingPath[] = [];
  const waiting: PendingPath[] = [];
  interpreter.doubt += 1;
  try {
    for (const way of ways) {
      const from = pending.length;
      const outcome = run(interpreter, way);
      const changes = changesSince(interpreter, base);
      rebase(interpreter, from, base);
      waiting.push(...pending.splice(from));
      outcomes.push({ ...outcome, fork: base, changes });
    }
  } finally {
    interpreter.doubt -= 1;
  }
  pending.push(...waiting);
  const live = outcomes.filter((o) => o.completion === NORMAL);
  const others = outcomes.filter((o) => o.completion !== NORMAL);
  if (live.length > 0) {
    for (const outcome of others) suspend(interpreter, outcome);
    joinStates(
      heap,
      live.map((o) => o.changes),
      new Join(why, since),
    );
    return NORMAL;
  }
  const last = others.filter((o) => o.completion !== RAISE).pop() ?? (others.pop() as PendingPath);
  for (const outcome of others) if (outcome !== last) suspend(interpreter, outcome);
  heap.apply(last.changes);
  if (last.completion === RAISE && last.error) throw last.error;
  interpreter.returned = last.value;
  return last.completion;
}

function run(interpreter: Interpreter, way: Alternative): Pick<PendingPath, 'completion' | 'value' | 'error'> {
  try {
    const completion = way();
    return { completion, value: completion === RETURN ? interpreter.returned : NONE, error: null };
  } catch (error) {
    if (error instanceof PythonError) return { completion: RAISE, value: NONE, error };
    throw error;
  }
}

/**
 * Lets a path wait. One that raises is dropped where nothing of the program's would catch the
 * exception: the program ends there, so what goes on is the other path.
 */
export function suspend(interpreter: Interpreter, path: PendingPath): void {
  if (path.completion === RAISE && path.error) {
    const catcher = catching(interpreter, path.error.exception.cls);
    if (catcher === null || catcher.kind === 'attempt') return;
  }
  interpreter.pending.push(path);
}

/** `Heap.changesSince`, on the budget: gathering what a long stretch has changed takes long. */
export function changesSince(interpreter: Interpreter, base: Checkpoint): Changes {
  const { heap } = interpreter;
  interpreter.spend((heap.checkpoint() - base) >> 4);
  return heap.changesSince(base);
}

/** Makes pending paths from an index on start at an earlier state, to which the heap is taken back. */
export function rebase(interpreter: Interpreter, from: number, base: Checkpoint): void {
  const { heap, pending } = interpreter;
  for (let i = pending.length - 1; i >= from; i--) {
    const path = pending[i] as PendingPath;
    if (path.fork <= base) continue;
    if (heap.checkpoint() > path.fork) heap.rollback(path.fork);
    path.changes = overlay(changesSince(interpreter, base), path.changes);
    path.fork = base;
  }
  heap.rollback(base);
}

function overlay(below: Changes, above: Changes): Changes {
  for (const [target, slots] of above) {
    const there = below.get(target);
    if (!there) below.set(target, slots);
    else for (const [unit, content] of slots) there.set(unit, content);
  }
  return below;
}

/**
 * Joins the live path, which ended with `completion`, with those pending since `from` that ended
 * with `kind`: all of them go on from here. A live path that ended otherwise waits from now on. Gives whether any path goes on; what it returns is in
 * `interpreter.returned`.
 */
export function meet(
  interpreter: Interpreter,
  { from, base, since }: Fork,
  kind: Completion,
  live: { completion: Completion; value: Value; error: PythonError | null } | null,
  why: Reason,
): boolean {
  const { heap, pending } = interpreter;
  const changes = changesSince(interpreter, base);
  rebase(interpreter, from, base);
  const states: Changes[] = [];
  const values: Value[] = [];
  for (const path of pending.splice(from)) {
    if (path.completion !== kind) pending.push(path);
    else {
      states.push(path.changes);
      values.push(path.value);
    }
  }
  if (live) {
    if (live.completion === NORMAL || live.completion === kind) {
      states.push(changes);
      values.push(live.value);
    } else suspend(interpreter, { ...live, fork: base, changes });
  }
  if (states.length === 0) return false;
  const join = new Join(why, since);
  joinStates(heap, states, join);
  interpreter.returned = values.reduce((a, b) => join.values(a, b));
  return true;
}

/** Whether a path of this kind waits since `from`. */
export function waits(interpreter: Interpreter, from: number, kind: Completion): boolean {
  const { pending } = interpreter;
  for (let i = from; i < pending.length; i++) if ((pending[i] as PendingPath).completion === kind) return true;
  return false;
}
