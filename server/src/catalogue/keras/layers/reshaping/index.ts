/** Keras' `layers/reshaping`. */
import type { LayerDefinition } from '../../../define-layer';
import { cropping1D } from './cropping1d';
import { cropping2D } from './cropping2d';
import { cropping3D } from './cropping3d';
import { flatten } from './flatten';
import { permute } from './permute';
import { repeatVector } from './repeat-vector';
import { reshape } from './reshape';
import { upSampling1D } from './up-sampling1d';
import { upSampling2D } from './up-sampling2d';
import { upSampling3D } from './up-sampling3d';
import { zeroPadding1D } from './zero-padding1d';
import { zeroPadding2D } from './zero-padding2d';
import { zeroPadding3D } from './zero-padding3d';

export const RESHAPING_LAYERS: readonly LayerDefinition[] = [
  flatten,
  reshape,
  permute,
  repeatVector,
  upSampling1D,
  upSampling2D,
  upSampling3D,
  zeroPadding1D,
  zeroPadding2D,
  zeroPadding3D,
  cropping1D,
  cropping2D,
  cropping3D,
];
