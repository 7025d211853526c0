import { variant } from '../../../../define-layer';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, fillMode, fillValue, interpolation, strictFactor } from './image';
import { endsFactor, inOrder, keras2Seed, transformable, within } from './keras2-image';

export const randomTranslation = augmentation({
  name: 'RandomTranslation',
  summary: 'Shifts images at random.',
  page: 'random_translation',
  needs: '0.2, 0.2',
  params: {
    height_factor: strictFactor(null, { least: -1, most: 1 }),
    width_factor: strictFactor(null, { least: -1, most: 1 }),
    fill_mode: fillMode,
    interpolation,
    seed,
    fill_value: fillValue,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  keras2: variant({
    params: {
      height_factor: endsFactor((ends) => inOrder(ends) || within(-1, 1)(ends)),
      width_factor: endsFactor((ends) => inOrder(ends) || within(-1, 1)(ends)),
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
