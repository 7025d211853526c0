import { floatsOnly } from '../../keras2';
import { pooling } from './pooling';

export const averagePooling3D = pooling({
  rank: 3,
  name: 'AveragePooling3D',
  alias: 'AvgPool3D',
  summary: 'Takes the mean of each window through a volume.',
  docs: 'api/layers/pooling_layers/average_pooling3d/',
  poolSizeIsOptional: false,
  takes: floatsOnly,
});
