import type { LayerDefinition } from '../../../define-layer';
import { add } from './add';
import { average } from './average';
import { concatenate } from './concatenate';
import { dot } from './dot';
import { maximum } from './maximum';
import { minimum } from './minimum';
import { multiply } from './multiply';
import { subtract } from './subtract';

export const MERGING_LAYERS: readonly LayerDefinition[] = [
  add,
  average,
  concatenate,
  dot,
  maximum,
  minimum,
  multiply,
  subtract,
];
