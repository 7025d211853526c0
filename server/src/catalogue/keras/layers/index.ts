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

/** Keras' own families, under the titles that they have in its documentation. */
export const LAYER_FAMILIES: readonly { readonly title: string; readonly layers: readonly LayerDefinition[] }[] = [
  { title: 'Core layers', layers: CORE_LAYERS },
  { title: 'Convolution layers', layers: CONVOLUTIONAL_LAYERS },
  { title: 'Pooling layers', layers: POOLING_LAYERS },
  { title: 'Recurrent layers', layers: RECURRENT_LAYERS },
  { title: 'Preprocessing layers', layers: PREPROCESSING_LAYERS },
  { title: 'Normalization layers', layers: NORMALIZATION_LAYERS },
  { title: 'Regularization layers', layers: REGULARIZATION_LAYERS },
  { title: 'Attention layers', layers: ATTENTION_LAYERS },
  { title: 'Reshaping layers', layers: RESHAPING_LAYERS },
  { title: 'Merging layers', layers: MERGING_LAYERS },
  { title: 'Activation layers', layers: ACTIVATION_LAYERS },
];

export const LAYERS: readonly LayerDefinition[] = LAYER_FAMILIES.flatMap(({ layers }) => layers);
