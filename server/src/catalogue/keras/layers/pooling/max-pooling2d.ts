import { numbersOnly } from '../../keras2';
import { pooling } from './pooling';

export const maxPooling2D = pooling({
  rank: 2,
  name: 'MaxPooling2D',
  alias: 'MaxPool2D',
  summary: 'Takes the largest of each window over an image.',
  docs: 'api/layers/pooling_layers/max_pooling2d/',
  poolSizeIsOptional: true,
  takes: numbersOnly,
});
