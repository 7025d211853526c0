import { adaptivePooling } from './adaptive-pooling';

export const adaptiveAveragePooling3D = adaptivePooling(
  3,
  'Average',
  'Takes the mean of windows that are chosen to give `output_size`.',
);
