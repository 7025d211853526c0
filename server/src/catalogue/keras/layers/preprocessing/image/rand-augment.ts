import { float, int } from '../../../../../values/value';
import { anything, dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation, DRAWN_FROM } from './augmentation';
import { drawsWith, interpolation, strictFactor, valueRange } from './image';

export const randAugment = augmentation({
  name: 'RandAugment',
  summary: 'Applies a few augmentations that are drawn at random.',
  page: 'rand_augment',
  params: {
    value_range: valueRange,
    num_ops: anything(int(2)),
    factor: strictFactor(float(0.5), { least: 0, most: 1 }),
    interpolation,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  makesLayers: DRAWN_FROM,
});
