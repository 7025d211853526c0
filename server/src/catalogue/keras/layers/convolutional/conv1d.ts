import { convolution } from './convolution';

export const conv1D = convolution(1, 'Slides `filters` learned kernels along the steps of a sequence.');
