import { variant } from '../../../../define-layer';
import { dataFormat, orNone } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, fillMode, fillValue, interpolation, strictFactor } from './image';
import { endsFactor, keras2Seed, transformable, within } from './keras2-image';

export const randomZoom = augmentation({
  name: 'RandomZoom',
  summary: 'Zooms into images at random, or out of them.',
  page: 'random_zoom',
  needs: '0.2',
  params: {
    height_factor: strictFactor(null, { least: -1, most: 1, exclusive: true }),
    width_factor: orNone(strictFactor(null, { least: -1, most: 1, exclusive: true })),
    fill_mode: fillMode,
    interpolation,
    seed,
    fill_value: fillValue,
    data_format: dataFormat(),
  },
  construct: drawsWith,
  keras2: variant({
    params: {
      height_factor: endsFactor(within(-1, 1)),
      width_factor: orNone(endsFactor((ends) => ends.some((end) => end < -1) && 'at least -1')),
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
