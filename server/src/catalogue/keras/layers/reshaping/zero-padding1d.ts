import { zeroPadding } from './zero-padding';

export const zeroPadding1D = zeroPadding(1, 'Adds steps of zeros at both ends of a sequence.');
