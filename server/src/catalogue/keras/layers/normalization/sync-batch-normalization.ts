import { defineLayer } from '../../../define-layer';
import { keras2Batch } from './batch';

export const syncBatchNormalization = defineLayer({
  name: 'SyncBatchNormalization',
  module: 'experimental',
  onlyIn: 'keras2',
  summary: 'BatchNormalization over the batches of all devices.',
  docs: 'api/layers/normalization_layers/batch_normalization/',
  params: {},
  output: ({ input }) => input.shape,
  generations: { keras2: keras2Batch({ synchronized: false }) },
});
