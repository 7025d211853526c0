/** What the cropping and padding layers share: how their borders are given. */

import type { Border } from '../../../../shapes/borders';
import { type Dimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { type Reason, reason } from '../../../../shapes/reason';
import { int, tuple, type Value } from '../../../../values/value';
import type { InputView } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { describe, iterableItems, type Param, type Read, type ReadContext, readTuple } from '../../../params';

/** One axis: an int for both ends, or one for each (`standardize_tuple(value, 2)`). */
export function border(defaultValue: Value): Param<readonly Border[]> {
  return {
    default: defaultValue,
    read: (value, context) => asBorders(readTuple(value, 2, context, { least: 0 })),
  };
}

/**
 * Several axes: an int for all ends, or for each axis an int or a pair. A negative int passes where
 * `negative` says so; inside of a tuple none does.
 */
export function borders(
  rank: 2 | 3,
  defaultValue: Value,
  negative: (context: ReadContext) => boolean,
): Param<readonly Border[]> {
  return { default: defaultValue, read: (value, context) => readBorders(rank, value, context, negative(context)) };
}

function readBorders(rank: number, value: Value, context: ReadContext, negative: boolean): Read<readonly Border[]> {
  const { callee, parameter } = context;
  const wrong = (message: string) => ({ failure: failure('invalid-argument', message, { parameter }) });
  if (value.kind === 'int' || value.kind === 'bool') {
    const size = Number(value.value);
    if (size < 0 && !negative) return wrong(`\`${parameter}\` of ${callee} must not be negative, and is ${size}`);
    return { value: Array.from({ length: rank }, (): Border => [size, size]) };
  }
  const items = value.kind === 'set' ? reason('a set has no order') : iterableItems(value);
  if (items === null) {
    return wrong(
      `\`${parameter}\` of ${callee} must be an int, ${rank} ints or ${rank} pairs of ints, not ${describe(value)}`,
    );
  }
  if ('text' in items) return { value: unknownBorders(rank, items) };
  if (items.length !== rank) {
    return wrong(`\`${parameter}\` of ${callee} must say it for ${rank} axes, and says it for ${items.length}`);
  }
  const found: Border[] = [];
  let later: ReturnType<typeof failure> | undefined;
  for (const item of items) {
    const read = asBorders(readTuple(item, 2, context, { least: 0 }));
    if ('failure' in read) return read;
    later ??= read.later;
    found.push(...read.value);
  }
  return later ? { value: found, later } : { value: found };
}

function asBorders(read: Read<readonly Dimension[]>): Read<readonly Border[]> {
  if ('failure' in read) return read;
  const [before = 0, after = 0] = read.value;
  return { ...read, value: [[before, after]] };
}

function unknownBorders(rank: number, why: Reason): Border[] {
  return Array.from({ length: rank }, (): Border => [unknownDimension(why), unknownDimension(why)]);
}

/** `((1, 1), (1, 1))` for as many axes as wanted. */
export function pairs(rank: number, size: number): Value {
  return tuple(Array.from({ length: rank }, () => tuple([int(size), int(size)])));
}

/** Where the spatial axes begin. */
export function firstAxis(input: InputView): number {
  return input.channelsFirst ? 2 : 1;
}

/** The first axis that is cut off altogether. */
export function nothingLeft(
  callee: string,
  input: InputView,
  cropping: readonly Border[],
  after: readonly Dimension[],
): MaybeFailure {
  const axis = after.findIndex((size) => isKnown(size) && size <= 0);
  const [size, given] = [input.spatial[axis], cropping[axis]];
  if (size === undefined || given === undefined) return null;
  return failure(
    'negative-dimension',
    `${callee} cuts off ${given.join(' + ')} of ${String(size)}, which leaves nothing`,
    { parameter: 'cropping', facts: { axis: firstAxis(input) + axis, size } },
  );
}

/** The first axis that a negative padding would make less than nothing. */
export function lessThanNothing(callee: string, input: InputView, after: readonly Dimension[]): MaybeFailure {
  const axis = after.findIndex((size) => isKnown(size) && size < 0);
  if (axis < 0) return null;
  return failure('negative-dimension', `${callee} takes more than the ${String(input.spatial[axis])} that are there`, {
    parameter: 'padding',
    facts: { axis: firstAxis(input) + axis, size: input.spatial[axis] },
  });
}
