import { upSampling } from './up-sampling';

export const upSampling3D = upSampling(3, 'Makes a volume larger: each slice `size` times.');
