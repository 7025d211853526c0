/** What layers on images share in Keras 3 (`BaseImagePreprocessingLayer`): arguments, and that most change values only. */

import { float, int, NONE, tuple, type Value } from '../../../../../values/value';
import type { LayerQuestion } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { type Comparable, comparable } from '../../../../numbers';
import { anything, choice, dataFormat, describe, type Param, sequenceItems } from '../../../../params';
import { isRun } from '../../../running';
import { wrongSeed } from '../../../seeds';
import { imageRank } from './keras2-image';

/** Taken by every such layer through `**kwargs`. */
export const boxes: Param<Value> = { ...anything(), kind: 'kwargs' };
/** `data_format` of layers that pass it on. */
export const passedFormat: Param<'channels_last' | 'channels_first'> = { ...dataFormat(), kind: 'kwargs' };

export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** `least` itself is out. */
  readonly exclusive?: boolean;
}

/** The one number or the two that a factor is; `'unknown'` where not known, null where it is neither. */
function numbersOf(value: Value): readonly Comparable[] | 'unknown' | null {
  if (value.kind === 'unknown' || value.kind === 'instance') return 'unknown';
  if (value.kind === 'tensor')
    return value.dtype === 'float64' && value.library === 'numpy' ? [comparable(value)] : null;
  if (value.kind === 'bool' || value.kind === 'int' || value.kind === 'float') return [comparable(value)];
  if (value.kind === 'list' && value.uncertain) return 'unknown';
  const items = sequenceItems(value);
  return items?.length === 2 ? items.map(comparable) : null;
}

function readFactor(
  value: Value,
  bounds: Bounds,
  outside: (numbers: readonly number[]) => boolean,
  { callee, parameter }: { readonly callee: string; readonly parameter: string },
): MaybeFailure {
  const wrong = (exception = 'ValueError') =>
    failure(
      'invalid-argument',
      `\`${parameter}\` of ${callee} must be a number, or two, ${bounds.exclusive ? 'above' : 'from'} ${bounds.least} to ${bounds.most}, not ${describe(value)}`,
      { parameter, exception },
    );
  const numbers = numbersOf(value);
  if (numbers === 'unknown') return null;
  if (numbers === null) return wrong();
  if (numbers.includes('no number')) return wrong('TypeError');
  if (numbers.includes('unknown')) return null;
  return outside(numbers.map((found) => (found as { readonly number: number }).number)) && wrong();
}

/**
 * A factor as `_set_factor` of the base class takes it: one number within the bounds, or two that
 * reach into them. Where `falsy`, anything that Python counts as false is 0.
 */
export function factor(defaultValue: Value | null, bounds: Bounds, options: { falsy?: boolean } = {}): Param<null> {
  const { least, most } = bounds;
  return {
    default: defaultValue,
    read: (value, context) => {
      if (options.falsy && isFalsy(value)) return { value: null };
      const failed = readFactor(
        value,
        bounds,
        ([a = 0, b]) => (b === undefined ? a < least || a > most : a > most || b < least),
        context,
      );
      return failed ? { failure: failed } : { value: null };
    },
  };
}

/** A factor whose every number must lie within the bounds. */
export function strictFactor(defaultValue: Value | null, bounds: Bounds): Param<null> {
  const { least, most, exclusive } = bounds;
  return {
    default: defaultValue,
    read: (value, context) => {
      const failed = readFactor(
        value,
        bounds,
        (numbers) => numbers.some((n) => n > most || (exclusive ? n <= least : n < least)),
        context,
      );
      return failed ? { failure: failed } : { value: null };
    },
  };
}

/** The base class' own factor, which some layers pass on to it and have no use for. */
export const baseFactor: Param<null> = {
  ...factor(NONE, { least: -1, most: 1 }, { falsy: true }),
  kind: 'kwargs',
};

function isFalsy(value: Value): boolean {
  if (value.kind === 'None') return true;
  if (value.kind === 'str') return value.value === '';
  if (value.kind === 'tuple') return value.items.length === 0;
  if (value.kind === 'list') return !value.uncertain && value.items.length === 0;
  const found = comparable(value);
  return typeof found === 'object' && found.number === 0;
}

const BYTES = tuple([int(0), int(255)]);

/** `value_range` where it is not looked at. */
export const anyRange: Param<Value> = anything(BYTES);

/** `value_range`: a list or tuple of two that can be sorted. */
export const valueRange: Param<Value> = {
  default: BYTES,
  read: (value, { callee, parameter }) => {
    const failed = wrongRange(callee, parameter, value);
    return failed ? { failure: failed } : { value };
  },
};

export function wrongRange(callee: string, parameter: string, value: Value): MaybeFailure {
  if (value.kind === 'unknown' || value.kind === 'instance' || (value.kind === 'list' && value.uncertain)) return null;
  const items = sequenceItems(value);
  const wrong = (exception: string) =>
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be two numbers, not ${describe(value)}`, {
      parameter,
      exception,
    });
  if (items?.length !== 2) return wrong('ValueError');
  const texts = items.filter(({ kind }) => kind === 'str').length;
  return texts !== 2 && items.some((item) => comparable(item) === 'no number') && wrong('TypeError');
}

/** One of a few names, which Keras looks up by `in`: NotImplementedError where it is none of them. */
export function supported<const T extends string>(choices: readonly T[], defaultValue: T): Param<T> {
  const inner = choice(choices, defaultValue);
  return {
    ...inner,
    read: (value, context) => {
      const read = inner.read(value, context);
      return 'failure' in read ? { failure: { ...read.failure, exception: 'NotImplementedError' } } : read;
    },
  };
}

export const interpolation = supported(['nearest', 'bilinear'], 'bilinear');
export const fillMode = supported(['reflect', 'wrap', 'constant', 'nearest'], 'reflect');
export const fillValue: Param<Value> = anything(float(0));

/** The constructor's check of a seed, for layers that always make a generator. */
export function drawsWith({ callee, args }: { readonly callee: string; readonly args: { readonly seed: Value } }) {
  return [wrongSeed(callee, args.seed)];
}

/** Keras reports shapes of anything; run on data, or inside of a function of TensorFlow's, it takes images only. */
export function runRank(question: LayerQuestion<unknown>): MaybeFailure {
  return isRun(question) && typeof question.nesting !== 'object' && imageRank(question);
}
