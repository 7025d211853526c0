import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalAveragePooling2D = globalPooling({
  rank: 2,
  of: 'Average',
  summary: 'Takes the mean of each channel over all rows and columns.',
  // A mean is taken of bools as of numbers.
  takes: (question) => question.input.dtype !== 'bool' && numbersOnly(question),
});
