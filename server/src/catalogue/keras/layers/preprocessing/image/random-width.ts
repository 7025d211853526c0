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
