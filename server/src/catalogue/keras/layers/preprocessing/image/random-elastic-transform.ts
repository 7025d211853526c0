import { float } from '../../../../../values/value';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor, fillValue, interpolation, supported } from './image';

export const randomElasticTransform = augmentation({
  name: 'RandomElasticTransform',
  summary: 'Bends images at random.',
  page: 'random_elastic_transform',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    scale: factor(float(1), { least: 0, most: 1 }),
    interpolation,
    fill_mode: supported(['constant', 'nearest', 'wrap', 'mirror', 'reflect'], 'reflect'),
    fill_value: fillValue,
    value_range: anyRange,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
});
