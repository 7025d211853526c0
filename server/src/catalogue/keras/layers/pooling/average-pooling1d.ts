import { floatsOnly } from '../../keras2';
import { pooling } from './pooling';

export const averagePooling1D = pooling({
  rank: 1,
  name: 'AveragePooling1D',
  alias: 'AvgPool1D',
  summary: 'Takes the mean of each window along the steps of a sequence.',
  docs: 'api/layers/pooling_layers/average_pooling1d/',
  poolSizeIsOptional: false,
  takes: floatsOnly,
});
