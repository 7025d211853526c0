import { transposedConvolution } from './transposed-convolution';

export const conv2DTranspose = transposedConvolution(
  2,
  'Spreads each pixel over a learned kernel: the way back of a Conv2D.',
);
