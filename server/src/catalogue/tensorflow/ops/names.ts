/** `tf.reduce_sum`, `tf.math.reduce_sum`: functions of TensorFlow as values. */
import type { Value } from '../../../values/value';
import { opFunction } from '../../ops/call-op';
import { tensorflowOpNamed } from './index';

/** Functions of `tf.raw_ops` and of version 1 that have gone under other names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  mod: 'math.floormod',
  floordiv: 'math.floordiv',
  div: 'math.divide',
  log: 'math.log',
  ceil: 'math.ceil',
  is_nan: 'math.is_nan',
  batch_matmul: 'linalg.matmul',
  expand_dims_v2: 'expand_dims',
  matrix_inverse: 'linalg.inv',
  'nn.sigmoid': 'math.sigmoid',
  'nn.tanh': 'math.tanh',
};

/** The function under a name behind `tf.`; undefined where none is declared. */
export function tensorflowFunction(name: string): Value | undefined {
  const definition = tensorflowOpNamed(name) ?? tensorflowOpNamed(OTHER_NAMES[name] ?? '');
  if (!definition) return undefined;
  return opFunction(definition, name.slice(name.lastIndexOf('.') + 1));
}
