import { variant } from '../../../../define-layer';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, factor, fillMode, fillValue, interpolation } from './image';
import { endsFactor, inOrder, keras2Seed, transformable } from './keras2-image';

export const randomRotation = augmentation({
  name: 'RandomRotation',
  summary: 'Turns images at random.',
  page: 'random_rotation',
  needs: '0.2',
  params: {
    factor: factor(null, { least: -1, most: 1 }, { falsy: true }),
    fill_mode: fillMode,
    interpolation,
    seed,
    fill_value: fillValue,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  keras2: variant({
    params: {
      factor: endsFactor(inOrder),
      fill_mode: fillMode,
      interpolation,
      seed: keras2Seed,
      fill_value: fillValue,
    },
    takes: 'stacked',
    construct: () => [],
    requires: (question) => [transformable(question)],
  }),
});
