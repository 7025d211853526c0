import type { LayerDefinition } from '../../../define-layer';
import { IMAGE_LAYERS } from './image';

export const PREPROCESSING_LAYERS: readonly LayerDefinition[] = [...IMAGE_LAYERS];
