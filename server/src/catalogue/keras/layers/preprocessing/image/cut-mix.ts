import { float } from '../../../../../values/value';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor } from './image';

export const cutMix = augmentation({
  name: 'CutMix',
  summary: 'Cuts patches out of images and puts in those of others.',
  page: 'cut_mix',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
});
