import { convolution } from './convolution';

export const conv2D = convolution(2, 'Slides `filters` learned kernels over an image.');
