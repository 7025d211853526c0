import { type Dimension, dynamic, isDynamic, isKnown } from '../../../../../shapes/dimension';
import { formatShape } from '../../../../../shapes/shape';
import { defineLayer, type LayerQuestion, variant } from '../../../../define-layer';
import { dataFormat } from '../../../../params';
import { isRun } from '../../../running';
import { boxes } from './image';
import { cutTo, imageRank } from './keras2-image';
import { describeSize, imageSize, type Sizes, tooSmall } from './sizes';

type Question = LayerQuestion<Sizes & { readonly data_format: 'channels_last' | 'channels_first' }>;

/** Which axis is the height; the width is the next. */
function heightAxis({ args, input }: Question): number {
  return (input.rank === 4 ? 1 : 0) + (args.data_format === 'channels_first' ? 1 : 0);
}

function cropped(question: Question): readonly Dimension[] {
  const { args, input } = question;
  const at = heightAxis(question);
  return input.shape.map((size, i) => (i === at ? args.height : i === at + 1 ? args.width : size));
}

/**
 * Run, it cuts at bounds that are not known before, behind which TensorFlow knows no size; an image
 * that is surely too small for the crop it resizes.
 */
function run(question: Question): readonly Dimension[] {
  const { args, input } = question;
  const at = heightAxis(question);
  const [height, width] = [input.shape[at] as Dimension, input.shape[at + 1] as Dimension];
  const less = (size: Dimension, crop: Dimension) => isKnown(size) && isKnown(crop) && size < crop;
  const open = isDynamic(height) || isDynamic(width);
  if (!open || less(height, args.height) || less(width, args.width)) return cropped(question);
  return input.shape.map((size, i) => (i === at || i === at + 1 ? dynamic() : size));
}

export const centerCrop = defineLayer({
  name: 'CenterCrop',
  summary: 'Cuts the middle out of images; smaller ones are resized.',
  docs: 'api/layers/preprocessing_layers/image_preprocessing/center_crop/',
  rule: {
    words: 'Height and width become those given; channels stay.',
    formula: '(…, h, w, c) → (…, height, width, c)',
    example: 'CenterCrop(32, 48)(Input((100, 120, 3)))',
    readFrom: 'layers/preprocessing/image_preprocessing/center_crop.py: CenterCrop.compute_output_shape',
  },
  params: { height: imageSize, width: imageSize, data_format: dataFormat(), bounding_box_format: boxes },
  requires: (question) => [imageRank(question), tooSmall(question.callee, question.args, 0)],
  output: (question) => (isRun(question) ? run(question) : cropped(question)),
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
