/** Parameters that convolutions share, behind those that shape the output. */
import { flag, taken } from '../../../params';
import { activation, constraint, initializer, regularizer } from '../../identifiers';

export const kernelOptions = {
  activation: activation(),
  use_bias: flag(true),
  kernel_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  kernel_regularizer: regularizer(),
  bias_regularizer: regularizer(),
  activity_regularizer: regularizer(),
  kernel_constraint: constraint(),
  bias_constraint: constraint(),
};

export const depthwiseOptions = {
  activation: activation(),
  use_bias: flag(true),
  depthwise_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  depthwise_regularizer: regularizer(),
  bias_regularizer: regularizer(),
  activity_regularizer: regularizer(),
  depthwise_constraint: constraint(),
  bias_constraint: constraint(),
};

export const separableOptions = {
  activation: activation(),
  use_bias: flag(true),
  depthwise_initializer: initializer('glorot_uniform'),
  pointwise_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  depthwise_regularizer: regularizer(),
  pointwise_regularizer: regularizer(),
  bias_regularizer: regularizer(),
  activity_regularizer: regularizer(),
  depthwise_constraint: constraint(),
  pointwise_constraint: constraint(),
  bias_constraint: constraint(),
};

/** What Keras 2's `Conv` takes through the layers that derive from it, and that only its own forward pass uses. */
export const keras2Groups = { groups: taken };
export const keras2Kernel = {
  ...keras2Groups,
  kernel_initializer: taken,
  kernel_regularizer: taken,
  kernel_constraint: taken,
};

export type Rank = 1 | 2 | 3;

/** The default of `strides` and `dilation_rate`: `1`, `(1, 1)`, `(1, 1, 1)`. */
export function ones(rank: Rank): number | readonly number[] {
  return rank === 1 ? 1 : Array.from({ length: rank }, () => 1);
}
