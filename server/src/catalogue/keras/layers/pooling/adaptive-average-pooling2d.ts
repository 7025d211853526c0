import { adaptivePooling } from './adaptive-pooling';

export const adaptiveAveragePooling2D = adaptivePooling(
  2,
  'Average',
  'Takes the mean of windows that are chosen to give `output_size`.',
);
