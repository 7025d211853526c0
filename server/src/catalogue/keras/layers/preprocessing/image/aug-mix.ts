import { float, int } from '../../../../../values/value';
import { anything, dataFormat, flag } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation, DRAWN_FROM } from './augmentation';
import { drawsWith, interpolation, strictFactor, valueRange } from './image';

export const augMix = augmentation({
  name: 'AugMix',
  summary: 'Mixes an image with chains of augmentations of itself.',
  page: 'aug_mix',
  params: {
    value_range: valueRange,
    num_chains: anything(int(3)),
    chain_depth: anything(int(3)),
    factor: strictFactor(float(0.3), { least: 0, most: 1 }),
    alpha: anything(float(1)),
    all_ops: flag(true),
    interpolation,
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  makesLayers: DRAWN_FROM,
});
