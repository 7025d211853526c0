import { convolution } from './convolution';

export const conv3D = convolution(3, 'Slides `filters` learned kernels through a volume.');
