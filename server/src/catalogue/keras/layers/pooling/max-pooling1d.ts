import { numbersOnly } from '../../keras2';
import { pooling } from './pooling';

export const maxPooling1D = pooling({
  rank: 1,
  name: 'MaxPooling1D',
  alias: 'MaxPool1D',
  summary: 'Takes the largest of each window along the steps of a sequence.',
  docs: 'api/layers/pooling_layers/max_pooling1d/',
  poolSizeIsOptional: true,
  takes: numbersOnly,
});
