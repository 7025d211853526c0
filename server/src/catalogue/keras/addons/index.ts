/** Layers of TensorFlow Addons, by their full names: they are made as those of the Keras that is in force. */
import type { LayerDefinition } from '../../define-layer';
import { groupNormalization } from '../layers/normalization/group-normalization';
import { spectralNormalization } from '../layers/normalization/spectral-normalization';
import { instanceNormalization } from './instance-normalization';
import { weightNormalization } from './weight-normalization';

const MODULE = 'tensorflow_addons.layers';

export const ADDON_MODULES: ReadonlySet<string> = new Set([MODULE]);

export const ADDONS: ReadonlyMap<string, LayerDefinition> = new Map<string, LayerDefinition>(
  [instanceNormalization, groupNormalization, spectralNormalization, weightNormalization].map((layer) => [
    `${MODULE}.${layer.name}`,
    layer,
  ]),
);
