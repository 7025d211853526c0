/** How many bins or tokens: numbers that the constructor compares, and that sizes are made of later. */
import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { NONE, type Value } from '../../../../values/value';
import { failure, type MaybeFailure } from '../../../failure';
import { readNumber, strictInteger } from '../../../numbers';
import { describe, type Param, type Read, type ReadContext } from '../../../params';

export interface Bins {
  readonly size: Dimension;
  /** The argument as given, for messages. */
  readonly given: Value;
}

/** A number of at least `least`. A float passes the constructor. */
export function bins(least: number): Param<Bins> {
  return { default: null, read: (value, context) => readBins(value, least, context) };
}

/** The same, or None. */
export function optionalBins(least: number): Param<Bins | null> {
  return {
    default: NONE,
    read: (value, context) => (value.kind === 'None' ? { value: null } : readBins(value, least, context)),
  };
}

function readBins(value: Value, least: number, context: ReadContext): Read<Bins> {
  const read = readNumber(value, { least }, context);
  if ('failure' in read) return read;
  return { value: { size: sizeOf(value, context.parameter), given: value } };
}

function sizeOf(value: Value, parameter: string): Dimension {
  const size = strictInteger(value);
  if (typeof size === 'number') return size;
  return unknownDimension(value.kind === 'unknown' ? value.reason : reason(`\`${parameter}\` is ${describe(value)}`));
}

/** A size of an output must be an int. */
export function broken(callee: string, parameter: string, given: Bins | null, exception = 'ValueError'): MaybeFailure {
  return (
    given?.given.kind === 'float' &&
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(given.given)}`, {
      parameter,
      exception,
    })
  );
}
