import { depthwiseConvolution } from './depthwise-convolution';

export const depthwiseConv1D = depthwiseConvolution(
  1,
  'Slides `depth_multiplier` kernels of its own along the steps of each channel.',
);
