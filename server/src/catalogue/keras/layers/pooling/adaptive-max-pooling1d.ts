import { adaptivePooling } from './adaptive-pooling';

export const adaptiveMaxPooling1D = adaptivePooling(
  1,
  'Max',
  'Takes the largest of windows that are chosen to give `output_size`.',
);
