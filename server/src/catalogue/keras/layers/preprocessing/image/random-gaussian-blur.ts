import { float, int } from '../../../../../values/value';
import { failure } from '../../../../failure';
import { comparable } from '../../../../numbers';
import { dataFormat, describe, type Param, sequenceItems } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor } from './image';

/** An odd number, or two. */
const kernelSize: Param<null> = {
  default: int(3),
  read: (value, { callee, parameter }) => {
    if (value.kind === 'unknown' || value.kind === 'instance' || (value.kind === 'list' && value.uncertain)) {
      return { value: null };
    }
    const wrong = (exception = 'ValueError') => ({
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be an odd number, or two, not ${describe(value)}`,
        {
          parameter,
          exception,
        },
      ),
    });
    const items = sequenceItems(value);
    if (items && items.length !== 2) return wrong();
    if (!items && !['int', 'float', 'bool'].includes(value.kind)) return wrong();
    for (const item of items ?? [value]) {
      const found = comparable(item);
      if (found === 'no number') return wrong('TypeError');
      if (typeof found === 'object' && found.number % 2 === 0) return wrong();
    }
    return { value: null };
  },
};

export const randomGaussianBlur = augmentation({
  name: 'RandomGaussianBlur',
  summary: 'Blurs images at random.',
  page: 'random_gaussian_blur',
  params: {
    factor: factor(float(1), { least: 0, most: 1 }),
    kernel_size: kernelSize,
    sigma: factor(float(1), { least: 0, most: 1 }),
    value_range: anyRange,
    data_format: dataFormat(),
    seed,
  },
  construct: drawsWith,
});
