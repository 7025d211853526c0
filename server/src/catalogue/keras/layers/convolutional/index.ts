/** Keras' `layers/convolutional`, and the locally connected layers of Keras 2. */
import type { LayerDefinition } from '../../../define-layer';
import { conv1D } from './conv1d';
import { conv1DTranspose } from './conv1d-transpose';
import { conv2D } from './conv2d';
import { conv2DTranspose } from './conv2d-transpose';
import { conv3D } from './conv3d';
import { conv3DTranspose } from './conv3d-transpose';
import { depthwiseConv1D } from './depthwise-conv1d';
import { depthwiseConv2D } from './depthwise-conv2d';
import { locallyConnected1D } from './locally-connected1d';
import { locallyConnected2D } from './locally-connected2d';
import { separableConv1D } from './separable-conv1d';
import { separableConv2D } from './separable-conv2d';

export const CONVOLUTIONAL_LAYERS: readonly LayerDefinition[] = [
  conv1D,
  conv2D,
  conv3D,
  conv1DTranspose,
  conv2DTranspose,
  conv3DTranspose,
  separableConv1D,
  separableConv2D,
  depthwiseConv1D,
  depthwiseConv2D,
  locallyConnected1D,
  locallyConnected2D,
];
