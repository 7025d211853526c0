import { str } from '../../../../../values/value';
import { variant } from '../../../../define-layer';
import { anything, choice, dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith } from './image';
import { keras2Seed, trainedRank } from './keras2-image';

export const randomFlip = augmentation({
  name: 'RandomFlip',
  summary: 'Flips images at random.',
  page: 'random_flip',
  params: {
    mode: anything(str('horizontal_and_vertical')),
    seed,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  keras2: variant({
    params: {
      mode: choice(['horizontal_and_vertical', 'horizontal', 'vertical'], 'horizontal_and_vertical'),
      seed: keras2Seed,
    },
    takes: 'stacked',
    construct: () => [],
    requires: (question) => [trainedRank(question)],
  }),
});
