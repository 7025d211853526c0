import { type Dimension, isDynamic } from '../../../../../shapes/dimension';
import { formatShape } from '../../../../../shapes/shape';
import { defineLayer, type LayerQuestion, variant } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { dataFormat, ignored } from '../../../../params';
import { isRun } from '../../../running';
import { seed } from '../../../seeds';
import { baseFactor, boxes, drawsWith, runRank } from './image';
import { cutTo, imageRank, keras2Seed, trains } from './keras2-image';
import { describeSize, imageSize, type Sizes, tooSmall } from './sizes';

type Question = LayerQuestion<Sizes & { readonly data_format: 'channels_last' | 'channels_first' }>;

/** Height and width by their distance from the end of the shape, whatever its rank. */
function places({ args, nesting, input }: Question): readonly [number, number] {
  const length = typeof nesting === 'object' ? Object.keys(nesting.items).length : input.rank;
  const first = length - (args.data_format === 'channels_first' ? 2 : 3);
  return [first, length];
}

/** Keras writes height and width into whatever it is given as if that were a shape. */
function uncroppable(question: Question): MaybeFailure {
  const [first, length] = places(question);
  const nested = typeof question.nesting === 'object';
  if (first >= 0 && (!nested || (first === 0 && length === 2))) return null;
  return failure(
    'wrong-rank',
    nested
      ? `${question.callee} takes one tensor of images`
      : `${question.callee} takes images of 3 or 4 dimensions, and this input has ${question.input.rank}`,
    { exception: 'IndexError', inputs: [0] },
  );
}

function cropped(question: Question): readonly Dimension[] {
  const { height, width } = question.args;
  // Of a list or dict of two, only what was written is left.
  if (typeof question.nesting === 'object') return [height, width];
  const [at] = places(question);
  return question.input.shape.map((size, i) => (i === at ? height : i === at + 1 ? width : size));
}

function passes(question: Question): boolean {
  return isRun(question) && typeof question.nesting !== 'object' && trains(question.keywords) === false;
}

/** Run, it draws where to cut from how large the image is. */
function openSize(question: Question): MaybeFailure {
  if (!isRun(question) || typeof question.nesting === 'object' || passes(question)) return null;
  const [at] = places(question);
  const open = question.input.shape.slice(at, at + 2).some(isDynamic);
  return (
    open &&
    failure(
      'invalid-input',
      `${question.callee} must know how large its images are, and they are ${formatShape(question.input.shape)}`,
      {
        exception: 'TypeError',
        inputs: [0],
      },
    )
  );
}

export const randomCrop = defineLayer({
  name: 'RandomCrop',
  summary: 'Cuts a piece out of images, at random while training.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/random_crop/',
  rule: {
    words: 'Height and width become those given; channels stay.',
    formula: '(…, h, w, c) → (…, height, width, c)',
    example: 'RandomCrop(32, 48)(Input((100, 120, 3)))',
    readFrom: 'layers/preprocessing/image_preprocessing/random_crop.py: RandomCrop.compute_output_shape',
  },
  params: {
    height: imageSize,
    width: imageSize,
    seed,
    data_format: dataFormat(),
    name: ignored,
    bounding_box_format: boxes,
    factor: baseFactor,
  },
  takes: 'nested',
  construct: drawsWith,
  requires: (question) => [
    uncroppable(question),
    runRank(question),
    openSize(question),
    tooSmall(question.callee, question.args, 0),
  ],
  // Run, it cuts nothing where the call says that it does not train.
  output: (question) => (passes(question) ? question.input.shape : cropped(question)),
  explain: ({ args, input }) => ({
    formulas: [`height × width: ${describeSize(args)} are cut out of ${formatShape(input.shape)}`],
  }),
  generations: {
    keras2: variant({
      params: { height: imageSize, width: imageSize, seed: keras2Seed },
      takes: 'stacked',
      construct: () => [],
      requires: (question) => [imageRank(question), tooSmall(question.callee, question.args, 1)],
      output: ({ args, input }) => cutTo(input.shape, args.height, args.width),
    }),
  },
});
