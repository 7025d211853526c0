import type { LayerDefinition } from '../../../define-layer';
import { batchNormalization } from './batch-normalization';
import { groupNormalization } from './group-normalization';
import { layerNormalization } from './layer-normalization';
import { rmsNormalization } from './rms-normalization';
import { spectralNormalization } from './spectral-normalization';
import { syncBatchNormalization } from './sync-batch-normalization';
import { unitNormalization } from './unit-normalization';

export const NORMALIZATION_LAYERS: readonly LayerDefinition[] = [
  batchNormalization,
  groupNormalization,
  layerNormalization,
  rmsNormalization,
  spectralNormalization,
  syncBatchNormalization,
  unitNormalization,
];
