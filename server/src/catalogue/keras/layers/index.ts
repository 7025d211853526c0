/** Every declared layer, family by family: the one table that classes, docs and tests are made from. */
import type { LayerDefinition } from '../../define-layer';
import { ACTIVATION_LAYERS } from './activations';
import { ATTENTION_LAYERS } from './attention';
import { CONVOLUTIONAL_LAYERS } from './convolutional';
import { CORE_LAYERS } from './core';
import { MERGING_LAYERS } from './merging';
import { NORMALIZATION_LAYERS } from './normalization';
import { POOLING_LAYERS } from './pooling';
import { PREPROCESSING_LAYERS } from './preprocessing';
import { RECURRENT_LAYERS } from './recurrent';
import { REGULARIZATION_LAYERS } from './regularization';
import { RESHAPING_LAYERS } from './reshaping';

export const LAYERS: readonly LayerDefinition[] = [
  ...ACTIVATION_LAYERS,
  ...ATTENTION_LAYERS,
  ...CONVOLUTIONAL_LAYERS,
  ...CORE_LAYERS,
  ...MERGING_LAYERS,
  ...NORMALIZATION_LAYERS,
  ...POOLING_LAYERS,
  ...PREPROCESSING_LAYERS,
  ...RECURRENT_LAYERS,
  ...REGULARIZATION_LAYERS,
  ...RESHAPING_LAYERS,
];
