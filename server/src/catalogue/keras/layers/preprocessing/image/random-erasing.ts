import { float, tuple } from '../../../../../values/value';
import { anything, dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor } from './image';

export const randomErasing = augmentation({
  name: 'RandomErasing',
  summary: 'Erases patches of images at random.',
  page: 'random_erasing',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    scale: factor(tuple([float(0.02), float(0.33)]), { least: 0, most: 1 }),
    fill_value: anything(),
    value_range: anyRange,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
});
