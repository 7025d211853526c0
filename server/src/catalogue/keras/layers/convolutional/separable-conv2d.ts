import { separableConvolution } from './separable-convolution';

export const separableConv2D = separableConvolution(
  2,
  'Convolves each channel of an image by itself, then mixes the channels into `filters`.',
);
