import { adaptivePooling } from './adaptive-pooling';

export const adaptiveMaxPooling2D = adaptivePooling(
  2,
  'Max',
  'Takes the largest of windows that are chosen to give `output_size`.',
);
