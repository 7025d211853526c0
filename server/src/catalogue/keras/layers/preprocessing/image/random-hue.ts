import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor } from './image';

export const randomHue = augmentation({
  name: 'RandomHue',
  summary: 'Shifts the colours of images at random.',
  page: 'random_hue',
  needs: '0.2',
  params: {
    factor: factor(null, { least: 0, most: 1 }),
    value_range: anyRange,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
