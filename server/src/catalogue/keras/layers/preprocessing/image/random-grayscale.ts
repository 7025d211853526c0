import { defineLayer } from '../../../../define-layer';
import { number } from '../../../../numbers';
import { dataFormat } from '../../../../params';
import { inputDType } from '../../../keras2';
import { seed } from '../../../seeds';
import { boxes, drawsWith, runRank } from './image';

export const randomGrayscale = defineLayer({
  name: 'RandomGrayscale',
  onlyIn: 'keras3',
  summary: 'Takes the colours out of images at random.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/random_grayscale/',
  rule: {
    words: 'The shape of the input, which must have 1 or 3 channels.',
    formula: '(…) → (…)',
    example: 'RandomGrayscale()(Input((28, 28, 3)))',
    readFrom: 'layers/preprocessing/image_preprocessing/random_grayscale.py: RandomGrayscale.compute_output_shape',
  },
  params: {
    factor: number(0.5, { least: 0, most: 1 }),
    data_format: dataFormat(),
    seed,
    bounding_box_format: boxes,
  },
  construct: drawsWith,
  requires: (question) => [runRank(question)],
  output: ({ input }) => input.shape,
  outputDType: inputDType,
});
