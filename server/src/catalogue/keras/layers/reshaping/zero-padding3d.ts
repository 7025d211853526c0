import { zeroPadding } from './zero-padding';

export const zeroPadding3D = zeroPadding(3, 'Adds slices of zeros around a volume.');
