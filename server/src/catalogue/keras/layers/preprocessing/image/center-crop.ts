import { formatShape } from '../../../../../shapes/shape';
import { defineLayer, variant } from '../../../../define-layer';
import { dataFormat } from '../../../../params';
import { boxes } from './image';
import { cutTo, imageRank } from './keras2-image';
import { describeSize, imageSize, tooSmall } from './sizes';

export const centerCrop = defineLayer({
  name: 'CenterCrop',
  summary: 'Cuts the middle out of images; smaller ones are resized.',
  docs: 'api/layers/preprocessing_layers/image_preprocessing/center_crop/',
  params: { height: imageSize, width: imageSize, data_format: dataFormat(), bounding_box_format: boxes },
  requires: (question) => [imageRank(question), tooSmall(question.callee, question.args, 0)],
  output: ({ args: { height, width, data_format }, input }) => {
    const first = (input.rank === 4 ? 1 : 0) + (data_format === 'channels_first' ? 1 : 0);
    return input.shape.map((size, i) => (i === first ? height : i === first + 1 ? width : size));
  },
  explain: ({ args, input }) => ({
    formulas: [`height × width: ${describeSize(args)} are cut out of ${formatShape(input.shape)}`],
  }),
  generations: {
    keras2: variant({
      params: { height: imageSize, width: imageSize },
      takes: 'stacked',
      requires: (question) => [imageRank(question), tooSmall(question.callee, question.args, 1)],
      output: ({ args, input }) => cutTo(input.shape, args.height, args.width),
    }),
  },
});
