import { adaptivePooling } from './adaptive-pooling';

export const adaptiveAveragePooling1D = adaptivePooling(
  1,
  'Average',
  'Takes the mean of windows that are chosen to give `output_size`.',
);
