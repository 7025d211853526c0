import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, valueRange } from './image';

export const randomSharpness = augmentation({
  name: 'RandomSharpness',
  summary: 'Sharpens or blurs images at random.',
  page: 'random_sharpness',
  needs: '0.2',
  params: {
    factor: factor(null, { least: 0, most: 1 }),
    value_range: valueRange,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
