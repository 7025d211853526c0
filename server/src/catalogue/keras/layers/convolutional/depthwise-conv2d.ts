import { depthwiseConvolution } from './depthwise-convolution';

export const depthwiseConv2D = depthwiseConvolution(
  2,
  'Slides `depth_multiplier` kernels of its own over each channel of an image.',
);
