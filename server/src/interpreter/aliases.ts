/**
 * What is done to a value that is one of several objects: done to each of them on a path of its own,
 * and joined, so that afterwards each of them is as it was or as it would be.
 */
import type { Reason } from '../shapes/reason';
import type { Arguments } from '../values/arguments';
import { type Context, PythonError } from '../values/context';
import {
  isUnknownValue,
  objectsAmong,
  oneOf,
  UncertainEnd,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
  withoutKnowledge,
} from '../values/value';
import { serials } from '../values/watch';
import { Boxed } from './builtins/boxed';
import { codeOf } from './functions';
import type { Interpreter } from './interpreter';
import { Join } from './joins';
import { type Alternative, alternatives, NORMAL } from './paths';
import { sameContent } from './same-content';

/** Of more objects than this, nothing is followed: what they hold is not known any more. */
const MOST_WAYS = 8;

/** Does something to an unknown value, and gives what it gives. */
export function onEach(interpreter: Interpreter, value: UnknownValue, act: (object: Value) => Value): Value {
  if (value.oneOf) return onEachPlain(interpreter, value, value.oneOf, act);
  const { may, reason, only } = value;
  if (!may || may.length === 0) return withoutKnowledge(value);
  if (may.length > MOST_WAYS) {
    disturb(value, interpreter);
    return unknown(reason);
  }
  const { node } = interpreter;
  const since = serials();
  const results: Value[] = [];
  const ways = may.map((object): Alternative => {
    return () => {
      interpreter.node = node;
      results.push(act(object));
      return NORMAL;
    };
  });
  if (!only) ways.unshift(() => NORMAL);
  alternatives(interpreter, ways, reason);
  interpreter.node = node;
  if (!only) {
    interpreter.mayRaise(reason);
    return unknownAmong(reason, [unknown(reason), ...results]);
  }
  const join = new Join(reason, since);
  return results.reduce((a, b) => join.values(a, b));
}

/** Of plain values, which nothing changes, each gives what it gives; what all give alike is known. */
function onEachPlain(
  interpreter: Interpreter,
  { reason }: UnknownValue,
  values: readonly Value[],
  act: (value: Value) => Value,
): Value {
  try {
    return someOf(values.map(act), reason);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    interpreter.mayRaise(reason);
    return unknown(reason);
  }
}

/** What all of them are, where they are alike; else one of them. */
export function someOf(values: readonly Value[], why: Reason): Value {
  const [first] = values;
  if (first && values.every((one) => one === first || (one.kind !== 'unknown' && sameContent(one, first))))
    return first;
  return values.some(isUnknownValue) ? unknown(why) : oneOf(values, why);
}

/** Does something on a path that may not be taken. */
export function perhaps(interpreter: Interpreter, act: () => void, why: Reason): void {
  const way = () => {
    act();
    return NORMAL;
  };
  alternatives(interpreter, [() => NORMAL, way], why);
}

/** So many items of an iterator are asked for to see what going through it does. */
const MOST_TURNS = 256;

/** The iterators among some values are gone through, or not, to an end that is not known. */
export function useUp(interpreter: Interpreter, values: Iterable<Value>, why: Reason): void {
  const iterators = objectsAmong(values).filter((one) => one.kind === 'iterator');
  for (const iterator of iterators) {
    const advance = (times: number): Alternative => {
      return () => {
        for (let i = 0; i < times; i++) if (isEnd(iterator.next(interpreter))) break;
        return NORMAL;
      };
    };
    alternatives(interpreter, [() => NORMAL, advance(1), advance(MOST_TURNS)], why);
    // Where it stands is not known now: asking it again shows what else going on may do.
    perhaps(interpreter, () => iterator.next(interpreter), why);
  }
}

/** Any item that going through a value that is not known may give. */
export function unknownItem(interpreter: Interpreter, value: UnknownValue): UnknownValue {
  if (!value.may) return withoutKnowledge(value);
  useUp(interpreter, [value], value.reason);
  const items = value.may.flatMap((object): readonly Value[] => {
    if (object.kind === 'list') return [...object.items, ...object.may];
    // An instance may give itself, or what it holds.
    return object.kind === 'instance' ? [object, ...object.attributes.entries()].flatMap(heldBy) : [];
  });
  return unknownAmong(value.reason, [unknown(value.reason), ...items]);
}

function isEnd(next: Value | UncertainEnd | undefined): boolean {
  return next === undefined || next instanceof UncertainEnd;
}

function heldBy(one: Value | [string, Value]): readonly Value[] {
  if (!Array.isArray(one)) return [one];
  const [, held] = one;
  return held.kind === 'list' ? [held, ...held.items, ...held.may] : [held];
}

/** Nothing that the objects hold is known any more, after something unknown was done to one of them. */
export function disturb(value: UnknownValue, context: Context): void {
  for (const object of value.may ?? []) disturbObject(object, value.reason, context);
}

function disturbObject(object: Value, why: Reason, context: Context): void {
  const { heap } = context;
  if (object.kind === 'list' || object.kind === 'dict') object.forget(heap, why);
  else if (object.kind === 'set') {
    if (!object.frozen) object.forget(heap, why);
  } else if (object.kind === 'instance') {
    if (object.payload instanceof Boxed && object.payload.value.kind === 'set') object.payload.value.forget(heap, why);
    for (const name of [...object.attributes.names()]) {
      const held = object.attributes.get(name);
      object.attributes.set(heap, name, unknownAmong(why, held ? [held, unknown(why)] : []));
    }
  }
}

/** Standard modules whose objects are containers. */
const CONTAINERS: ReadonlySet<string> = new Set(['io', 'collections']);

/**
 * Something that is not known is called: the containers that it is given may not stay as they are, nor those that objects
 * hold for it to fill, nor what functions change that it may call. What objects hold else is taken to stay: a
 * configuration or a list of layers is handed on to be looked at.
 */
export function disturbArguments(given: Arguments, why: Reason, interpreter: Interpreter): void {
  for (const value of [...given.positional, ...given.keywords.values()]) {
    const isContainer = value.kind === 'instance' && CONTAINERS.has(value.cls.module);
    if (isContainer || value.kind === 'list' || value.kind === 'dict' || value.kind === 'set')
      disturbObject(value, why, interpreter);
    else if (value.kind === 'unknown') {
      for (const one of value.may ?? []) if (one.kind !== 'instance') disturbObject(one, why, interpreter);
    } else if (value.kind === 'instance' || value.kind === 'class') {
      const held = value.kind === 'instance' ? value.attributes : value.members;
      for (const name of [...held.names()]) openEmpty(held.get(name), why, interpreter);
    } else mayBeCalled(value, why, interpreter);
  }
}

function openEmpty(value: Value | undefined, why: Reason, context: Context): void {
  const isEmpty =
    (value?.kind === 'list' && value.items.length === 0) ||
    (value?.kind === 'dict' && value.entries.size === 0) ||
    (value?.kind === 'set' && value.items.size === 0);
  if (isEmpty) disturbObject(value, why, context);
}

/** So many things that may not happen stand around one that is still looked at. */
const MOST_DOUBT = 3;

/** A function of the program is given to something that may call it, with what nobody knows: only its effects count. */
function mayBeCalled(value: Value, why: Reason, interpreter: Interpreter): void {
  const callee = value.kind === 'method' ? value.function : value;
  // `rows.append`
  if (value.kind === 'method' && callee.kind === 'native') disturbObject(value.self, why, interpreter);
  if (callee.kind !== 'function' || interpreter.doubt > MOST_DOUBT) return;
  const { node, source } = codeOf(callee);
  if (source.isLibrary || interpreter.active.has(node)) return;
  const marks = interpreter.records.marks();
  const given: Arguments = { positional: [], keywords: new Map(), uncertain: why };
  const run = () => void interpreter.attempt(() => interpreter.unobserved(() => interpreter.call(value, given)));
  interpreter.often(run, why);
  interpreter.records.truncate(marks);
}
