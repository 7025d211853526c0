import { cropping } from './cropping';

export const cropping3D = cropping(3, 'Cuts slices off the sides of a volume.');
