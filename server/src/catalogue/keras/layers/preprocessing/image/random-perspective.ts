import { float } from '../../../../../values/value';
import { number } from '../../../../numbers';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, fillValue, interpolation } from './image';

export const randomPerspective = augmentation({
  name: 'RandomPerspective',
  summary: 'Tilts images at random, as if seen from elsewhere.',
  page: 'random_perspective',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    scale: number(1, { least: 0, most: 1 }),
    interpolation,
    fill_value: fillValue,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
});
