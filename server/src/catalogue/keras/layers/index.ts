/** Every declared layer, family by family: the one table that classes, docs and tests are made from. */
import type { LayerDefinition } from '../../define-layer';

export const LAYERS: readonly LayerDefinition[] = [];
