import { float } from '../../../../../values/value';
import { anything, dataFormat, intTuple } from '../../../../params';
import { augmentation } from './augmentation';
import { anyRange, baseFactor } from './image';

export const contrastLimitedAdaptiveHistogramEqualization = augmentation({
  name: 'ContrastLimitedAdaptiveHistogramEqualization',
  summary: 'Evens out the values of an image tile by tile.',
  page: 'clahe',
  params: {
    value_range: anyRange,
    clip_limit: anything(float(4)),
    tile_grid_size: anything(intTuple(8, 8)),
    data_format: dataFormat(),
    factor: baseFactor,
  },
});
