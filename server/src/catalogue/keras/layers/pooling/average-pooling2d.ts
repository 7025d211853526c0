import { floatsOnly } from '../../keras2';
import { pooling } from './pooling';

export const averagePooling2D = pooling({
  rank: 2,
  name: 'AveragePooling2D',
  alias: 'AvgPool2D',
  summary: 'Takes the mean of each window over an image.',
  docs: 'api/layers/pooling_layers/average_pooling2d/',
  poolSizeIsOptional: false,
  takes: floatsOnly,
});
