import { float } from '../../../../../values/value';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { drawsWith, passedFormat, strictFactor, valueRange } from './image';

export const solarization = augmentation({
  name: 'Solarization',
  summary: 'Inverts values above a threshold.',
  page: 'solarization',
  params: {
    addition_factor: strictFactor(float(0), { least: 0, most: 1 }),
    threshold_factor: strictFactor(float(0), { least: 0, most: 1 }),
    value_range: valueRange,
    seed,
    data_format: passedFormat,
  },
  construct: drawsWith,
});
