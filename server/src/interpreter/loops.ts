/**
 * Loops. Over what is known they run turn by turn, within the budget; over what is not, until the
 * state before a turn is one that holds before every turn.
 */
import type { For, Node, Statement, While } from '../python/ast';
import type { Reason } from '../shapes/reason';
import { PythonError } from '../values/context';
import {
  int,
  isUnknownValue,
  NONE,
  objectsAmong,
  UncertainEnd,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../values/value';
import { useUp } from './aliases';
import { assign } from './assignment';
import { LoopBound } from './budget';
import { openEnd } from './builtins/iterators';
import { openRange } from './builtins/range';
import { iteratorOf } from './builtins/registry';
import { hasExit, isEndless } from './exits';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { Join, joinTurn } from './joins';
import {
  BREAK,
  CONTINUE,
  type Completion,
  changesSince,
  type Fork,
  fork,
  LEFT,
  meet,
  NORMAL,
  RAISE,
  RETURN,
  rebase,
  suspend,
  waits,
} from './paths';
import { executeBlock } from './statements';

/** Gives the next item; undefined at the end. */
export type Turns = () => Value | UncertainEnd | undefined;

/** At so many paths that wait to leave a loop, the rest of it is taken as one over unknown data. */
const MOST_PATHS = 8;
/** After so many rounds what still changes is given up. */
const MOST_ROUNDS = 3;
/** What is given up does not change again, so that this is not reached but by a fault of ours. */
const LAST_ROUND = 8;

interface Ending {
  completion: Completion;
  error: PythonError | null;
  /** Whether the loop can end by itself. False after `while True`. */
  goesOn: boolean;
}

export function executeFor(interpreter: Interpreter, node: For): Completion {
  const iterable = evaluate(interpreter, node.iter);
  interpreter.node = node.iter;
  const turns = node.isAsync ? interpreter.unknown('`async for` is not followed') : turnsOf(interpreter, iterable);
  const start = fork(interpreter);
  const body = (item: Value) => {
    assign(interpreter, node.target, item);
    return executeBlock(interpreter, node.body);
  };
  const ending: Ending = { completion: NORMAL, error: null, goesOn: true };
  if (typeof turns !== 'function') {
    interpreter.mayRaise(turns.reason);
    settleFor(interpreter, node, body, turns, turns.reason, ending);
    return endLoop(interpreter, node, node.orelse, start, ending);
  }
  const bound = loopBound(interpreter, hasExit(node) ? null : lengthOf(iterable));
  for (;;) {
    interpreter.node = node.iter;
    const item = turns();
    if (item === undefined) break;
    if (item instanceof UncertainEnd) {
      settleFor(interpreter, node, body, item.any, item.reason, ending);
      break;
    }
    const tooLong = tooMuch(interpreter, node, start, bound);
    if (tooLong) {
      useUp(interpreter, [iterable], tooLong);
      const any = iterable.kind === 'list' || iterable.kind === 'tuple' ? objectsAmong(iterable.items) : [];
      const item =
        iterable.kind === 'range' ? openRange(iterable, tooLong) : unknownAmong(tooLong, [unknown(tooLong), ...any]);
      settleFor(interpreter, node, body, item, tooLong, ending);
      break;
    }
    interpreter.spend(1);
    runTurn(interpreter, node, () => body(item), ending);
    if (ending.completion !== NORMAL) break;
  }
  return endLoop(interpreter, node, node.orelse, start, ending);
}

export function executeWhile(interpreter: Interpreter, node: While): Completion {
  const start = fork(interpreter);
  const bound = isEndless(node) ? endlessBound(interpreter) : loopBound(interpreter);
  const ending: Ending = { completion: NORMAL, error: null, goesOn: true };
  const body = () => executeBlock(interpreter, node.body);
  for (;;) {
    const truth = interpreter.truth(evaluate(interpreter, node.test));
    if (truth === false) break;
    const tooLong = truth === true ? tooMuch(interpreter, node, start, bound) : truth.reason;
    if (tooLong) {
      settleWhile(interpreter, node, truth, tooLong, ending);
      break;
    }
    interpreter.spend(1);
    runTurn(interpreter, node, body, ending);
    if (ending.completion !== NORMAL) break;
  }
  return endLoop(interpreter, node, node.orelse, start, ending);
}

/**
 * For a loop that begins here. Where it is not sure that it runs, long turns are not worth their time.
 * @param turns how many turns it surely has; null where they are not known
 */
export function loopBound({ budget, loopSteps, doubt }: Interpreter, turns: number | null = null): LoopBound {
  const { loop, longTurns } = budget.limits;
  return new LoopBound(budget, loopSteps, doubt === 0 && loopSteps === loop ? longTurns : loopSteps, turns);
}

/** How many items there are where the loop does not change that by itself. */
function lengthOf(iterable: Value): number | null {
  if (iterable.kind === 'tuple') return iterable.items.length;
  if (iterable.kind !== 'range') return null;
  return Math.max(0, Math.ceil(Number(iterable.stop - iterable.start) / Number(iterable.step)));
}

function endlessBound({ budget, loopSteps }: Interpreter): LoopBound {
  const steps = Math.min(budget.limits.endless, loopSteps);
  return new LoopBound(budget, steps, steps, null);
}

/** Why the rest of a loop is not run turn by turn; null while it may. */
function tooMuch(interpreter: Interpreter, node: For | While, start: Fork, bound: LoopBound): Reason | null {
  if (interpreter.pending.length - start.from > MOST_PATHS) {
    interpreter.node = node;
    return interpreter.because('it depends on the turn in which a loop is left');
  }
  if (!bound.reached()) return null;
  interpreter.node = node;
  const cut = interpreter.because('a loop is too long to follow');
  interpreter.budget.cutLoop(cut);
  return cut;
}

/** One turn; paths that `continue` meet its end. */
function runTurn(interpreter: Interpreter, node: For | While, body: () => Completion, ending: Ending): void {
  const turn = fork(interpreter);
  try {
    ending.completion = body();
  } catch (thrown) {
    if (!(thrown instanceof PythonError) || interpreter.pending.length === turn.from) throw thrown;
    ending.completion = RAISE;
    ending.error = thrown;
  }
  if (waits(interpreter, turn.from, CONTINUE)) {
    const { completion, error } = ending;
    interpreter.node = node;
    const why = interpreter.because('differs by whether a turn of the loop is cut short');
    const live = { completion: completion === NORMAL ? CONTINUE : completion, value: interpreter.returned, error };
    if (meet(interpreter, turn, CONTINUE, live, why)) ending.completion = NORMAL;
  } else if (ending.completion === CONTINUE) ending.completion = NORMAL;
}

function settleFor(
  interpreter: Interpreter,
  node: For,
  body: (item: Value) => Completion,
  item: Value,
  cause: Reason,
  ending: Ending,
): void {
  interpreter.node = node.iter;
  const why = interpreter.because('the items of a loop are not known', cause);
  const any = isUnknownValue(item) ? unknownAmong(why, [item]) : item;
  const next = isUnknownValue(item) && item.item ? item.item : () => any;
  settle(interpreter, node, () => body(next()), cause);
  ending.completion = NORMAL;
}

function settleWhile(
  interpreter: Interpreter,
  node: While,
  first: true | UnknownValue,
  why: Reason,
  ending: Ending,
): void {
  let truth: boolean | UnknownValue = first;
  let fresh = true;
  settle(
    interpreter,
    node,
    () => {
      if (!fresh) truth = interpreter.truth(evaluate(interpreter, node.test));
      fresh = false;
      return truth === false ? BREAK : executeBlock(interpreter, node.body);
    },
    why,
  );
  ending.completion = NORMAL;
  ending.goesOn = truth !== true;
}

/** Runs what the program does an unknown number of times, as turns of a loop. */
export function repeatedly(interpreter: Interpreter, run: () => void, cause: Reason): void {
  const { node } = interpreter;
  const turn = (): Completion => {
    run();
    return NORMAL;
  };
  settle(interpreter, node, turn, cause);
  interpreter.node = node;
}

/** Runs turns until one changes nothing any more. Only the last one's records stay. */
function settle(interpreter: Interpreter, node: Node, body: () => Completion, cause: Reason): void {
  const { heap, pending, records } = interpreter;
  interpreter.node = node;
  const why = interpreter.because('changes in a loop', cause);
  for (let round = 0; ; round++) {
    const turn = fork(interpreter);
    const marks = records.marks();
    let completion: Completion = RAISE;
    let error: PythonError | null = null;
    interpreter.spend(1);
    interpreter.doubt += 1;
    try {
      completion = body();
    } catch (thrown) {
      if (!(thrown instanceof PythonError)) throw thrown;
      error = thrown;
    } finally {
      interpreter.doubt -= 1;
    }
    const live = { completion: completion === NORMAL ? CONTINUE : completion, value: interpreter.returned, error };
    let goesOn = completion === NORMAL || completion === CONTINUE;
    if (waits(interpreter, turn.from, CONTINUE)) goesOn = meet(interpreter, turn, CONTINUE, live, why);
    else if (!goesOn) {
      const changes = changesSince(interpreter, turn.base);
      rebase(interpreter, turn.from, turn.base);
      suspend(interpreter, { ...live, fork: turn.base, changes });
    }
    const changes = goesOn ? changesSince(interpreter, turn.base) : new Map();
    rebase(interpreter, turn.from, turn.base);
    const join = new Join(why, turn.since, round > 0);
    if (!goesOn || !joinTurn(heap, changes, join, round >= MOST_ROUNDS) || round >= LAST_ROUND) return;
    pending.length = turn.from;
    records.truncate(marks);
  }
}

/** The `else` of a loop, and the meeting with the paths that broke out of it. */
function endLoop(
  interpreter: Interpreter,
  node: For | While,
  orelse: readonly Statement[],
  start: Fork,
  ending: Ending,
): Completion {
  let { completion, error } = ending;
  // A `break` in the `else` belongs to the loop around this one, and must not meet this one's.
  for (const path of interpreter.pending.slice(start.from)) if (path.completion === BREAK) path.completion = LEFT;
  if (completion === NORMAL && ending.goesOn && orelse.length > 0) {
    try {
      completion = executeBlock(interpreter, orelse);
    } catch (thrown) {
      if (!(thrown instanceof PythonError) || interpreter.pending.length === start.from) throw thrown;
      completion = RAISE;
      error = thrown;
    }
  } else if (completion === BREAK) completion = NORMAL;
  if (waits(interpreter, start.from, LEFT)) {
    interpreter.node = node;
    const why = interpreter.because('differs by the turn in which the loop is left');
    const value = completion === RETURN ? interpreter.returned : NONE;
    const live = ending.goesOn ? { completion, value, error } : null;
    if (meet(interpreter, start, LEFT, live, why)) return NORMAL;
  }
  if (!ending.goesOn && interpreter.pending.length > start.from) return leaveForGood(interpreter, start);
  if (completion === RAISE && error) throw error;
  return completion;
}

/** A loop that never ends by itself and is not broken out of: one of the paths that left it is what goes on. */
function leaveForGood(interpreter: Interpreter, start: Fork): Completion {
  const { heap, pending } = interpreter;
  rebase(interpreter, start.from, start.base);
  const index = pending.findLastIndex((path, i) => i >= start.from && path.completion !== RAISE);
  const [path] = pending.splice(index < 0 ? pending.length - 1 : index, 1);
  if (!path) return NORMAL;
  heap.apply(path.changes);
  if (path.error) throw path.error;
  interpreter.returned = path.value;
  return path.completion;
}

/** The items of a value, one by one. A list may change while it is gone through. */
export function turnsOf(interpreter: Interpreter, value: Value): Turns | UnknownValue {
  let index = 0;
  switch (value.kind) {
    case 'unknown':
      if (value.item) return value;
      break;
    case 'list':
      if (value.cls || value.uncertain) break;
      return () => {
        if (value.uncertain) return openEnd(value, value.uncertain);
        index += 1;
        return value.items[index - 1];
      };
    case 'tuple': {
      if (value.cls) break;
      const { items } = value;
      return () => {
        index += 1;
        return items[index - 1];
      };
    }
    case 'range': {
      let next = value.start;
      return () => {
        if (value.step > 0 ? next >= value.stop : next <= value.stop) return undefined;
        next += value.step;
        return int(next - value.step);
      };
    }
  }
  const iterator = iteratorOf(value, interpreter);
  if (isUnknownValue(iterator)) return iterator;
  return () => iterator.next(interpreter);
}
