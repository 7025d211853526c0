import type { LayerDefinition } from '../../../define-layer';
import { activationLayer } from './activation';
import { elu } from './elu';
import { leakyReLU } from './leaky-relu';
import { prelu } from './prelu';
import { relu } from './relu';
import { softmax } from './softmax';
import { thresholdedReLU } from './thresholded-relu';

export const ACTIVATION_LAYERS: readonly LayerDefinition[] = [
  activationLayer,
  elu,
  leakyReLU,
  prelu,
  relu,
  softmax,
  thresholdedReLU,
];
