import { transposedConvolution } from './transposed-convolution';

export const conv1DTranspose = transposedConvolution(
  1,
  'Spreads each step over a learned kernel: the way back of a Conv1D.',
);
