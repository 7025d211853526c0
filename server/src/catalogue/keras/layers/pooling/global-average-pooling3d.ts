import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalAveragePooling3D = globalPooling({
  rank: 3,
  of: 'Average',
  summary: 'Takes the mean of each channel over all voxels.',
  // A mean is taken of bools as of numbers.
  takes: (question) => question.input.dtype !== 'bool' && numbersOnly(question),
});
