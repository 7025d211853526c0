import type { LayerDefinition } from '../../../define-layer';
import { additiveAttention } from './additive-attention';
import { attention } from './attention';
import { groupQueryAttention } from './group-query-attention';
import { multiHeadAttention } from './multi-head-attention';

export const ATTENTION_LAYERS: readonly LayerDefinition[] = [
  additiveAttention,
  attention,
  groupQueryAttention,
  multiHeadAttention,
];
