import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalMaxPooling3D = globalPooling({
  rank: 3,
  of: 'Max',
  summary: 'Takes the largest of each channel over all voxels.',
  takes: numbersOnly,
});
