/** What MultiHeadAttention and GroupQueryAttention share: projections to heads and their weights. */
import type { Dimension } from '../../../../shapes/dimension';
import {
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  unknownDimension,
} from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape } from '../../../../shapes/shape';
import { DictValue, float, type NativeFunction, NONE, str, type Value } from '../../../../values/value';
import { type WeightSpec, weight } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';
import { pythonFunction } from '../../../native';
import { comparable, strictInteger } from '../../../numbers';
import { describe, iterableItems, type Param } from '../../../params';
import { constraint, initializer, regularizer } from '../../identifiers';

export const projectionOptions = {
  kernel_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  kernel_regularizer: regularizer(),
  bias_regularizer: regularizer(),
  activity_regularizer: regularizer(),
  kernel_constraint: constraint(),
  bias_constraint: constraint(),
};

/**
 * `_get_common_kwargs_for_sublayer`, which subclasses hand to projections of their own. What it says of initializers,
 * regularizers and constraints decides no shape.
 */
export const sublayerOptions: NativeFunction = pythonFunction(
  '_get_common_kwargs_for_sublayer(self)',
  (context, self: Value) => {
    const entries = [...Object.keys(projectionOptions), 'dtype'].map((name) => {
      const key = str(name);
      const policy = name === 'dtype' ? context.attribute(self, 'dtype_policy') : undefined;
      const value = policy ?? context.unknown(`\`_${name}\` of a layer is not followed`);
      return [context.hash(key) ?? name, { key, value }] as const;
    });
    return new DictValue(entries);
  },
);

/** Kernel and bias of one projection: from `inner` sizes to `outer` ones. */
export function projection(
  name: string,
  inner: readonly Dimension[],
  outer: readonly Dimension[],
  bias: boolean,
): readonly WeightSpec[] {
  return [weight(`${name}/kernel`, [...inner, ...outer]), ...(bias ? [weight(`${name}/bias`, outer)] : [])];
}

/** A rate that the inner Dropout checks when the layer is built: from 0 to 1. */
export const builtDropout: Param<number | undefined> = {
  default: float(0),
  read: (value, { callee, parameter }) => {
    const found = comparable(value);
    if (found === 'unknown') return { value: undefined };
    const wrong = failure(
      'invalid-argument',
      `\`${parameter}\` of ${callee} must be a number from 0 to 1, not ${describe(value)}`,
      { parameter, ...(found === 'no number' ? { exception: 'TypeError' } : {}) },
    );
    if (found === 'no number') return { value: undefined, later: wrong };
    return found.number >= 0 && found.number <= 1 ? { value: found.number } : { value: found.number, later: wrong };
  },
};

/** Keras 2's Dropout holds only ints and floats against the range, and is run with the others in training alone. */
export const looseDropout: Param<number | undefined> = {
  ...builtDropout,
  read: (value, context) =>
    comparable(value) === 'no number' ? { value: undefined } : builtDropout.read(value, context),
};

/** None or a positive int. */
export const slidingWindow: Param<null> = {
  default: NONE,
  read: (value, { callee, parameter }) => {
    const width = value.kind === 'None' ? 1 : strictInteger(value);
    if (width === undefined || (width !== 'no int' && width > 0)) return { value: null };
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be a positive int, not ${describe(value)}`,
        {
          parameter,
        },
      ),
    };
  },
};

/** Flash attention drops nothing. */
export function flashDropout(callee: string, flash: boolean, dropout: number | undefined): MaybeFailure {
  return (
    flash &&
    dropout !== undefined &&
    dropout > 0 &&
    failure('invalid-argument', `${callee} cannot drop anything with flash attention`, { parameter: 'dropout' })
  );
}

/** Keras compares shapes of value and key as tuples: None is no number, and equal to None. */
export function differentKey(callee: string, value: readonly Dimension[], key: readonly Dimension[]): MaybeFailure {
  const [a, b] = [value.slice(1, -1), key.slice(1, -1)];
  const differ =
    a.length !== b.length ||
    a.some((size, i) => {
      const other = b[i] as Dimension;
      if (isUnknown(size) || isUnknown(other)) return false;
      return isDynamic(size) ? !isDynamic(other) : size !== other;
    });
  return (
    differ &&
    failure(
      'incompatible-shapes',
      `${callee} needs value and key of equal sizes but for the last: ${formatShape(value)} against ${formatShape(key)}`,
      { inputs: [1, 2] },
    )
  );
}

/** A size that a weight is made of, looked at when that is made: known values that are no int are refused then. */
export function lateSize(): Param<Dimension> {
  return { default: null, read: readLateSize };
}

export function readLateSize(
  value: Value,
  { callee, parameter }: { readonly callee: string; readonly parameter: string },
): { readonly value: Dimension; readonly later?: Failure } {
  const size = strictInteger(value);
  if (typeof size === 'number') return { value: size };
  const read = { value: unknownDimension(reason(`\`${parameter}\` is ${describe(value)}`)) };
  if (size === undefined || value.kind === 'tensor') return read;
  const message = `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`;
  return { ...read, later: failure('invalid-argument', message, { parameter, exception: 'TypeError' }) };
}

/** Sizes of an output, or null where it is left to the query; `'unknown'` where not known. */
export type GivenOutput = readonly Dimension[] | null | 'unknown';

/** None (or 0, or nothing) for the query's own size, an int, or a sequence of sizes. */
export const outputShape: Param<GivenOutput> = {
  default: NONE,
  read: (value, { callee, parameter }) => {
    if (value.kind === 'unknown' || value.kind === 'instance') return { value: 'unknown' };
    const wrong = (wanted: string) =>
      failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
        parameter,
      });
    const single = strictInteger(value);
    if (typeof single === 'number') return { value: single === 0 ? null : [single] };
    if (value.kind === 'None' || (value.kind === 'float' && value.value === 0)) return { value: null };
    const items = iterableItems(value);
    if (items === null) return { failure: wrong('None, an int or a tuple') };
    if ('text' in items) return { value: 'unknown' };
    if (items.length === 0) return { value: null };
    const odd = items.some((item) => item.kind !== 'None' && strictInteger(item) === 'no int');
    const sizes = items.map((item): Dimension => {
      if (item.kind === 'None') return dynamic();
      const size = strictInteger(item);
      return typeof size === 'number' ? size : unknownDimension(reason(`\`${parameter}\` holds ${describe(item)}`));
    });
    return odd ? { value: sizes, later: wrong('of ints') } : { value: sizes };
  },
};

export function product(sizes: readonly Dimension[]): string {
  const text = sizes.map(formatDimension).join('·');
  return sizes.every(isKnown) && sizes.length > 1 ? `${text} = ${sizes.reduce((a, b) => a * b, 1)}` : text;
}
