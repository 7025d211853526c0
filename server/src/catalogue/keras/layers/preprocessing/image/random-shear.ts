import { float } from '../../../../../values/value';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, fillMode, fillValue, interpolation, strictFactor } from './image';

export const randomShear = augmentation({
  name: 'RandomShear',
  summary: 'Shears images at random.',
  page: 'random_shear',
  params: {
    x_factor: strictFactor(float(0), { least: 0, most: 1 }),
    y_factor: strictFactor(float(0), { least: 0, most: 1 }),
    interpolation,
    fill_mode: fillMode,
    fill_value: fillValue,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
