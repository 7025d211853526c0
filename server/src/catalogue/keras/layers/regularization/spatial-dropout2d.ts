import { spatialDropout } from './spatial-dropout';

export const spatialDropout2D = spatialDropout(2);
