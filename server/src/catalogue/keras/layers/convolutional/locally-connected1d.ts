import { locallyConnected } from './locally-connected';

export const locallyConnected1D = locallyConnected(
  1,
  'Slides kernels along a sequence, with other weights at each step.',
);
