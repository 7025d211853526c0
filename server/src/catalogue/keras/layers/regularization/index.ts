import type { LayerDefinition } from '../../../define-layer';
import { activityRegularization } from './activity-regularization';
import { alphaDropout } from './alpha-dropout';
import { dropout } from './dropout';
import { gaussianDropout } from './gaussian-dropout';
import { gaussianNoise } from './gaussian-noise';
import { spatialDropout1D } from './spatial-dropout1d';
import { spatialDropout2D } from './spatial-dropout2d';
import { spatialDropout3D } from './spatial-dropout3d';

export const REGULARIZATION_LAYERS: readonly LayerDefinition[] = [
  activityRegularization,
  alphaDropout,
  dropout,
  gaussianDropout,
  gaussianNoise,
  spatialDropout1D,
  spatialDropout2D,
  spatialDropout3D,
];
