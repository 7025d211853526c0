import { float } from '../../../../../values/value';
import { anything, dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { baseFactor, drawsWith } from './image';

export const mixUp = augmentation({
  name: 'MixUp',
  summary: 'Blends images with each other.',
  page: 'mix_up',
  params: {
    alpha: anything(float(0.2)),
    data_format: dataFormat(),
    seed,
    factor: baseFactor,
  },
  construct: drawsWith,
});
