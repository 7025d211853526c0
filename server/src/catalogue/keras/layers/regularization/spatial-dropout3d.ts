import { spatialDropout } from './spatial-dropout';

export const spatialDropout3D = spatialDropout(3);
