import { separableConvolution } from './separable-convolution';

export const separableConv1D = separableConvolution(
  1,
  'Convolves each channel along the steps by itself, then mixes the channels into `filters`.',
);
