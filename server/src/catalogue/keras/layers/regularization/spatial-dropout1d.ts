import { spatialDropout } from './spatial-dropout';

export const spatialDropout1D = spatialDropout(1);
