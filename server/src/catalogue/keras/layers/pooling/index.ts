/** Keras' `layers/pooling`. */
import type { LayerDefinition } from '../../../define-layer';
import { adaptiveAveragePooling1D } from './adaptive-average-pooling1d';
import { adaptiveAveragePooling2D } from './adaptive-average-pooling2d';
import { adaptiveAveragePooling3D } from './adaptive-average-pooling3d';
import { adaptiveMaxPooling1D } from './adaptive-max-pooling1d';
import { adaptiveMaxPooling2D } from './adaptive-max-pooling2d';
import { adaptiveMaxPooling3D } from './adaptive-max-pooling3d';
import { averagePooling1D } from './average-pooling1d';
import { averagePooling2D } from './average-pooling2d';
import { averagePooling3D } from './average-pooling3d';
import { globalAveragePooling1D } from './global-average-pooling1d';
import { globalAveragePooling2D } from './global-average-pooling2d';
import { globalAveragePooling3D } from './global-average-pooling3d';
import { globalMaxPooling1D } from './global-max-pooling1d';
import { globalMaxPooling2D } from './global-max-pooling2d';
import { globalMaxPooling3D } from './global-max-pooling3d';
import { maxPooling1D } from './max-pooling1d';
import { maxPooling2D } from './max-pooling2d';
import { maxPooling3D } from './max-pooling3d';

export const POOLING_LAYERS: readonly LayerDefinition[] = [
  maxPooling1D,
  maxPooling2D,
  maxPooling3D,
  averagePooling1D,
  averagePooling2D,
  averagePooling3D,
  globalMaxPooling1D,
  globalMaxPooling2D,
  globalMaxPooling3D,
  globalAveragePooling1D,
  globalAveragePooling2D,
  globalAveragePooling3D,
  adaptiveMaxPooling1D,
  adaptiveMaxPooling2D,
  adaptiveMaxPooling3D,
  adaptiveAveragePooling1D,
  adaptiveAveragePooling2D,
  adaptiveAveragePooling3D,
];
