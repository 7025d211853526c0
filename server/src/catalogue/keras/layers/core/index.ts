import type { LayerDefinition } from '../../../define-layer';
import { dense } from './dense';
import { einsumDense } from './einsum-dense';
import { embedding } from './embedding';
import { identity } from './identity';
import { lambda } from './lambda';
import { masking } from './masking';
import { randomFourierFeatures } from './random-fourier-features';
import { reversibleEmbedding } from './reversible-embedding';
import { wrapper } from './wrapper';

export const CORE_LAYERS: readonly LayerDefinition[] = [
  dense,
  einsumDense,
  embedding,
  identity,
  lambda,
  masking,
  randomFourierFeatures,
  reversibleEmbedding,
  wrapper,
];
