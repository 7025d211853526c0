/** Parameters that recurrent layers and their cells share. */
import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { bool, NONE, type Value } from '../../../../values/value';
import { failure } from '../../../failure';
import { comparable } from '../../../numbers';
import { describe, flag, ignoredDefault, integerOf, mayBeAnything, type Param, taken } from '../../../params';
import { constraint, initializer, regularizer } from '../../identifiers';

/** What becomes of a number of units that is no int: a float, or a number of numpy's. */
export interface UnitsOptions {
  /** Floats are refused in the constructor, or when the weights are made. */
  readonly floats: 'refused' | 'refused later';
  /** Whether numpy's ints pass (a cell's weights are made of them), or go the way of floats. */
  readonly numpy?: boolean;
  /** True is 1 to Keras, but TensorFlow makes no state of that size. */
  readonly bools?: 'refused later';
}

/** `units`, which every constructor compares with 0. */
export function units({ floats, numpy = false, bools }: UnitsOptions): Param<Dimension> {
  return {
    default: null,
    read: (value, { callee, parameter }) => {
      if (value.kind === 'unknown') return { value: unknownDimension(value.reason) };
      const wrong = (wanted: string, exception = 'ValueError') =>
        failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
          parameter,
          exception,
        });
      const number = integerOf(value) ?? (value.kind === 'float' ? value.value : undefined);
      if (number === undefined) {
        if (mayBeAnything(value)) return { value: unknownDimension(reason(`\`${parameter}\` is ${describe(value)}`)) };
        return { failure: wrong('an int', 'TypeError') };
      }
      if (!(number > 0)) return { failure: wrong('at least 1') };
      if (value.kind === 'bool' && bools) return { value: number, later: wrong('an int') };
      if (value.kind === 'int' || value.kind === 'bool' || (value.kind === 'tensor' && numpy)) return { value: number };
      if (floats === 'refused') return { failure: wrong('an int') };
      return { value: unknownDimension(reason(`\`${parameter}\` is no int`)), later: wrong('an int') };
    },
  };
}

/** A share of what is dropped: Keras cuts it to 0 … 1, for which it must be a number. */
export const share: Param<number | undefined> = {
  default: { kind: 'float', value: 0 },
  read: (value, { callee, parameter }) => {
    const compared = comparable(value);
    if (compared === 'unknown') return { value: undefined };
    if (compared !== 'no number') return { value: compared.number };
    const message = `\`${parameter}\` of ${callee} must be a number, not ${describe(value)}`;
    return { failure: failure('invalid-argument', message, { parameter, exception: 'TypeError' }) };
  },
};

export const biasAndInitializers = {
  use_bias: flag(true),
  kernel_initializer: initializer('glorot_uniform'),
  recurrent_initializer: initializer('orthogonal'),
  bias_initializer: initializer('zeros'),
};

/** Says what the bias begins with: no part in shapes. */
export const unitForgetBias: Param<null> = ignoredDefault(bool(true));

export const regularizers = {
  kernel_regularizer: regularizer(),
  recurrent_regularizer: regularizer(),
  bias_regularizer: regularizer(),
};

export const constraints = {
  kernel_constraint: constraint(),
  recurrent_constraint: constraint(),
  bias_constraint: constraint(),
};

export const dropouts = { dropout: share, recurrent_dropout: share };

/** How it computes what it computes; taken through `**kwargs`. */
export const implementation: Param<null> = taken;

/** Keras 3's choice of a kernel: `"auto"`, True or False, by Python's `in`. */
export const useCudnn: Param<null> = {
  default: { kind: 'str', value: 'auto' },
  read: (value, { callee, parameter }) => {
    const number = comparable(value);
    const truth = number === 'unknown' || (number !== 'no number' && (number.number === 0 || number.number === 1));
    if (truth || isAuto(value)) return { value: null };
    const message = `\`${parameter}\` of ${callee} must be 'auto', True or False, not ${describe(value)}`;
    return { failure: failure('invalid-argument', message, { parameter }) };
  },
};

function isAuto(value: Value): boolean {
  return value.kind === 'str' && value.value === 'auto';
}

/** What Keras 2's `RNN` takes through `**kwargs`: `input_dim` and `input_length` make an `input_shape`. */
export const keras2Extras = {
  zero_output_for_mask: taken,
  input_dim: size(),
  input_length: size(),
};

/** What else its own cells take so. */
export const keras2CellExtras = { enable_caching_device: taken, seed: taken };

/** What Keras 3's `RNN` takes through the layers that derive from it. */
export const keras3Extras = { zero_output_for_mask: taken };

function size(): Param<Dimension | null> {
  return {
    default: NONE,
    kind: 'kwargs',
    read: (value) => {
      if (value.kind === 'None') return { value: null };
      return { value: integerOf(value) ?? unknownDimension(reason(`it is ${describe(value)}`)) };
    },
  };
}
