import { upSampling } from './up-sampling';

export const upSampling2D = upSampling(2, 'Makes an image larger: each row and column `size` times.');
