import { cropping } from './cropping';

export const cropping1D = cropping(1, 'Cuts steps off both ends of a sequence.');
