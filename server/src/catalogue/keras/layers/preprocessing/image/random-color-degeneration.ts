import { isKnown } from '../../../../../shapes/dimension';
import { defineLayer } from '../../../../define-layer';
import { failure } from '../../../../failure';
import { dataFormat } from '../../../../params';
import { seed } from '../../../seeds';
import { boxes, drawsWith, factor, valueRange } from './image';
import { imageRank } from './keras2-image';

export const randomColorDegeneration = defineLayer({
  name: 'RandomColorDegeneration',
  onlyIn: 'keras3',
  summary: 'Blends images with grey ones at random.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/random_color_degeneration/',
  rule: {
    words: 'The shape of the input, which must have 3 channels.',
    formula: '(…) → (…)',
    example: 'RandomColorDegeneration(0.5)(Input((28, 28, 3)))',
    readFrom:
      'layers/preprocessing/image_preprocessing/random_color_degeneration.py: RandomColorDegeneration.compute_output_shape',
  },
  params: {
    factor: factor(null, { least: -1, most: 1 }),
    value_range: valueRange,
    data_format: dataFormat(),
    seed,
    bounding_box_format: boxes,
  },
  construct: drawsWith,
  requires: (question) => {
    const { callee, args, input } = question;
    const channels = input.shape.at(args.data_format === 'channels_first' ? -3 : -1);
    return [
      imageRank(question),
      channels !== undefined &&
        isKnown(channels) &&
        channels !== 3 &&
        failure('incompatible-shapes', `${callee} takes images of 3 channels, and these have ${channels}`, {
          inputs: [0],
          facts: { expected: 3, actual: channels },
        }),
    ];
  },
  output: ({ input }) => input.shape,
});
