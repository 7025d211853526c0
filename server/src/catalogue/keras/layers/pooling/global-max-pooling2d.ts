import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalMaxPooling2D = globalPooling({
  rank: 2,
  of: 'Max',
  summary: 'Takes the largest of each channel over all rows and columns.',
  takes: numbersOnly,
});
