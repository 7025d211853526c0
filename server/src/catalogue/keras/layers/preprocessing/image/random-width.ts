import { dynamic, unknownDimension } from '../../../../../shapes/dimension';
import { reason } from '../../../../../shapes/reason';
import { defineLayer } from '../../../../define-layer';
import { inputDType, numbersOnly } from '../../../keras2';
import { endsFactor, inOrder, keras2Seed, trainedRank, trains, withSize } from './keras2-image';
import { method } from './methods';

export const randomWidth = defineLayer({
  name: 'RandomWidth',
  onlyIn: 'keras2',
  summary: 'Stretches images to another width, at random while training.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/random_width/',
  rule: {
    words: 'While training, and where Keras cannot know, the width is not known (None); else the shape of the input.',
    formula: '(batch, h, w, c) → (batch, h, None, c)',
    example: 'RandomWidth(0.2)(Input((28, 28, 3)), training=True)',
    readFrom: 'layers/preprocessing/image_preprocessing.py: RandomWidth.compute_output_shape',
  },
  params: {
    factor: endsFactor((ends) => inOrder(ends) || (ends[0] < -1 && 'at least -1')),
    interpolation: method,
    seed: keras2Seed,
  },
  takes: 'stacked',
  requires: (question) => [trainedRank(question), trains(question.keywords) === true && numbersOnly(question)],
  output: ({ input, keywords }) => {
    const training = trains(keywords);
    if (training === false) return input.shape;
    const size = training ? dynamic('width') : unknownDimension(reason('`training` is not known'));
    return withSize(input.shape, null, size);
  },
  outputDType: (question) => (trains(question.keywords) === false ? inputDType(question) : question.dtype),
});
