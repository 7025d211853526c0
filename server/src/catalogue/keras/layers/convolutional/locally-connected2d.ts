import { locallyConnected } from './locally-connected';

export const locallyConnected2D = locallyConnected(
  2,
  'Slides kernels over an image, with other weights at each place.',
);
