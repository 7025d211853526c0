import type { Value } from '../../../../../values/value';
import { dataFormat, orNone } from '../../../../params';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, baseFactor, drawsWith, factor, wrongRange } from './image';

const SIGNED = { least: -1, most: 1 };
const UNIT = { least: 0, most: 1 };

export const randomColorJitter = augmentation({
  name: 'RandomColorJitter',
  summary: 'Changes brightness, contrast, saturation and hue of images at random.',
  page: 'random_color_jitter',
  params: {
    value_range: anyRange,
    brightness_factor: orNone(factor(null, SIGNED, { falsy: true })),
    contrast_factor: orNone(factor(null, UNIT)),
    saturation_factor: orNone(factor(null, SIGNED)),
    hue_factor: orNone(factor(null, UNIT)),
    seed,
    data_format: dataFormat(),
    factor: baseFactor,
  },
  construct: ({ callee, args, written }) => [
    ...drawsWith({ callee, args }),
    // Of the layers inside, those for brightness and saturation look at the range.
    (written('brightness_factor') || written('saturation_factor')) &&
      wrongRange(callee, 'value_range', args.value_range as Value),
  ],
});
