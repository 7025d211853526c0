import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalMaxPooling1D = globalPooling({
  rank: 1,
  of: 'Max',
  summary: 'Takes the largest of each channel over all steps.',
  takes: numbersOnly,
});
