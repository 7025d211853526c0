import { variant } from '../../../../define-layer';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, passedFormat, strictFactor, valueRange } from './image';
import { keras2Seed, trainedRank } from './keras2-image';

export const randomBrightness = augmentation({
  name: 'RandomBrightness',
  summary: 'Changes the brightness of images at random.',
  page: 'random_brightness',
  needs: '0.2',
  params: {
    factor: factor(null, { least: -1, most: 1 }, { falsy: true }),
    value_range: valueRange,
    seed,
    data_format: passedFormat,
  },
  construct: drawsWith,
  keras2: variant({
    params: { factor: strictFactor(null, { least: -1, most: 1 }), value_range: valueRange, seed: keras2Seed },
    takes: 'stacked',
    construct: () => [],
    requires: (question) => [trainedRank(question)],
  }),
});
