import { zeroPadding } from './zero-padding';

export const zeroPadding2D = zeroPadding(2, 'Adds rows and columns of zeros around an image.');
