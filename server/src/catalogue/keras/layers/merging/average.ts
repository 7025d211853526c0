import { isInteger } from '../../../../shapes/dtype';
import { mergeLayer } from './merge';

export const average = mergeLayer({
  name: 'Average',
  summary: 'Averages tensors element by element.',
  docs: 'api/layers/merging_layers/average/',
  // The sum is divided as TensorFlow divides ints: small ones become float32, int32 and up float64.
  keras2DType: (dtype) => (!isInteger(dtype) ? dtype : /^u?int(8|16)$/.test(dtype) ? 'float32' : 'float64'),
});
