import { adaptivePooling } from './adaptive-pooling';

export const adaptiveMaxPooling3D = adaptivePooling(
  3,
  'Max',
  'Takes the largest of windows that are chosen to give `output_size`.',
);
