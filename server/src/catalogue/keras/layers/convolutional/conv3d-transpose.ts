import { transposedConvolution } from './transposed-convolution';

export const conv3DTranspose = transposedConvolution(
  3,
  'Spreads each voxel over a learned kernel: the way back of a Conv3D.',
);
