import { cropping } from './cropping';

export const cropping2D = cropping(2, 'Cuts rows and columns off the borders of an image.');
