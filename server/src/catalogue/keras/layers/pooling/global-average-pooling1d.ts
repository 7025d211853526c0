import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalAveragePooling1D = globalPooling({
  rank: 1,
  of: 'Average',
  summary: 'Takes the mean of each channel over all steps.',
  callParameters: ['mask'],
  // A mean is taken of bools as of numbers.
  takes: (question) => question.input.dtype !== 'bool' && numbersOnly(question),
});
