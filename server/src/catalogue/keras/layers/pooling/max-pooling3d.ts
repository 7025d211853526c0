import { failure } from '../../../failure';
import { autocast, floatsOnly } from '../../keras2';
import { pooling } from './pooling';

export const maxPooling3D = pooling({
  rank: 3,
  name: 'MaxPooling3D',
  alias: 'MaxPool3D',
  summary: 'Takes the largest of each window through a volume.',
  docs: 'api/layers/pooling_layers/max_pooling3d/',
  poolSizeIsOptional: true,
  // TensorFlow's MaxPool3D alone takes neither ints nor float64.
  takes: (question) =>
    floatsOnly(question) ||
    (autocast(question.input.dtype, question.dtype) === 'float64' &&
      failure('incompatible-dtypes', `${question.callee} takes float32 and smaller, and its input is float64`, {
        exception: 'TypeError',
        inputs: [0],
        facts: { dtype: 'float64' },
      })),
});
