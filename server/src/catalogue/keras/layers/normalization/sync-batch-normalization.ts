import { defineLayer } from '../../../define-layer';
import { keras2Batch } from './batch';

export const syncBatchNormalization = defineLayer({
  name: 'SyncBatchNormalization',
  module: 'experimental',
  onlyIn: 'keras2',
  summary: 'BatchNormalization over the batches of all devices.',
  docs: 'api/layers/normalization_layers/batch_normalization/',
  rule: {
    words: 'The shape of the input, as for BatchNormalization.',
    formula: '(…) → (…)',
    example: 'keras.layers.experimental.SyncBatchNormalization()(Input((28, 28, 8)))',
    readFrom: 'layers/normalization/batch_normalization.py: SyncBatchNormalization',
  },
  params: {},
  output: ({ input }) => input.shape,
  generations: { keras2: keras2Batch({ synchronized: false }) },
});
