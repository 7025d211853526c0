import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, valueRange } from './image';

export const randomPosterization = augmentation({
  name: 'RandomPosterization',
  summary: 'Takes bits from the colours of images.',
  page: 'random_posterization',
  needs: '4',
  params: {
    factor: factor(null, { least: 1, most: 8 }),
    value_range: valueRange,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
