/** Every declared layer, family by family: the one table that classes, docs and tests are made from. */
import type { LayerDefinition } from '../../define-layer';
import { MERGING_LAYERS } from './merging';
import { REGULARIZATION_LAYERS } from './regularization';

export const LAYERS: readonly LayerDefinition[] = [...MERGING_LAYERS, ...REGULARIZATION_LAYERS];
