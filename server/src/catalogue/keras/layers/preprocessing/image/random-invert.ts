import { float } from '../../../../../values/value';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor } from './image';

export const randomInvert = augmentation({
  name: 'RandomInvert',
  summary: 'Inverts the colours of images at random.',
  page: 'random_invert',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    value_range: anyRange,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
});
