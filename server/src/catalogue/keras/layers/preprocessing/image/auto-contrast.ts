import { augmentation } from './augmentation';
import { passedFormat, valueRange } from './image';

export const autoContrast = augmentation({
  name: 'AutoContrast',
  summary: 'Spreads the values of an image over their whole range.',
  page: 'auto_contrast',
  params: {
    value_range: valueRange,
    data_format: passedFormat,
  },
});
