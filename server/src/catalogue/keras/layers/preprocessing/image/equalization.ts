import { int } from '../../../../../values/value';
import { defineLayer } from '../../../../define-layer';
import { anything, dataFormat } from '../../../../params';
import { inputDType } from '../../../keras2';
import { baseFactor, boxes, runRank, valueRange } from './image';

export const equalization = defineLayer({
  name: 'Equalization',
  onlyIn: 'keras3',
  summary: 'Spreads the values of an image evenly.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/equalization/',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'Equalization()(Input((28, 28, 3)))',
    readFrom: 'layers/preprocessing/image_preprocessing/equalization.py: Equalization.compute_output_shape',
  },
  params: {
    value_range: valueRange,
    bins: anything(int(256)),
    data_format: dataFormat(),
    bounding_box_format: boxes,
    factor: baseFactor,
  },
  takes: 'structure',
  requires: (question) => [runRank(question)],
  output: ({ input }) => input.shape,
  // Its outputs are reported as its inputs, ints and all.
  outputDType: inputDType,
});
