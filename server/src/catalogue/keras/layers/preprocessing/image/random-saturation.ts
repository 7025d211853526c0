import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, valueRange } from './image';

export const randomSaturation = augmentation({
  name: 'RandomSaturation',
  summary: 'Changes the saturation of images at random.',
  page: 'random_saturation',
  needs: '0.2',
  params: {
    factor: factor(null, { least: -1, most: 1 }),
    value_range: valueRange,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
