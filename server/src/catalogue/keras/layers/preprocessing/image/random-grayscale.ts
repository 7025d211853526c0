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
