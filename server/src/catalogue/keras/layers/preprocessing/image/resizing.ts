import { type Dimension, isKnown } from '../../../../../shapes/dimension';
import { reason } from '../../../../../shapes/reason';
import { formatShape, unknownShape } from '../../../../../shapes/shape';
import { FALSE, str, type Value } from '../../../../../values/value';
import { defineLayer, type LayerQuestion, variant } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { anything, dataFormat, describe, flag, ignoredDefault } from '../../../../params';
import { isRun } from '../../../running';
import { boxes, fillValue, runRank } from './image';
import { cutTo, imageRank, withSize } from './keras2-image';
import { method } from './methods';
import { describeSize, imageSize, resizedTo, type Sizes, tooSmall } from './sizes';

type Question = LayerQuestion<Sizes & { readonly data_format: 'channels_last' | 'channels_first' }>;

/** Which places of the shape are height and width: a rank other than 4 counts as one image. */
function places({ args, nesting, input }: Question): readonly [number, number, number] {
  const length = typeof nesting === 'object' ? Object.keys(nesting.items).length : input.rank;
  const first = (length === 4 ? 1 : 0) + (args.data_format === 'channels_first' ? 1 : 0);
  return [first, first + 1, length];
}

/** Keras writes height and width into whatever it is given as if that were a shape. */
function unresizable(question: Question): MaybeFailure {
  const [height, width, length] = places(question);
  const nested = typeof question.nesting === 'object';
  if (width < length && (!nested || (height === 0 && length === 2))) return null;
  return failure(
    'wrong-rank',
    nested
      ? `${question.callee} takes one tensor of images`
      : `${question.callee} takes images of 3 or 4 dimensions, and this input has ${question.input.rank}`,
    { exception: 'IndexError', inputs: [0] },
  );
}

function resized(question: Question): readonly Dimension[] {
  const { height, width } = question.args;
  // Of a list or dict of two, only what was written is left.
  if (typeof question.nesting === 'object') return [height, width];
  const [at] = places(question);
  return question.input.shape.map((size, i) => (i === at ? height : i === at + 1 ? width : size));
}

const METHODS: ReadonlySet<string> = new Set(['bilinear', 'nearest', 'lanczos3', 'lanczos5', 'bicubic', 'area']);

/** The way of resizing is looked up where images are resized. */
function unknownMethod(question: LayerQuestion<{ readonly interpolation: Value }>): MaybeFailure {
  const { callee, args } = question;
  return (
    isRun(question) &&
    args.interpolation.kind === 'str' &&
    !METHODS.has(args.interpolation.value) &&
    failure('invalid-argument', `${callee} has no interpolation ${describe(args.interpolation)}`, {
      parameter: 'interpolation',
      facts: { choices: [...METHODS] },
    })
  );
}

/** Where TensorFlow knows the sizes it works out what to cut, which must leave something. */
function nothingLeft({
  callee,
  args,
  input,
}: LayerQuestion<Sizes & { readonly crop_to_aspect_ratio: boolean }>): MaybeFailure {
  const known = input.shape.slice(-3, -1).every(isKnown);
  const empty = [args.height, args.width].find((size) => isKnown(size) && size <= 0);
  return (
    args.crop_to_aspect_ratio &&
    known &&
    empty !== undefined &&
    failure('invalid-argument', `${callee} crops to a size, which cannot be ${String(empty)}`, { parameter: 'height' })
  );
}

export const resizing = defineLayer({
  name: 'Resizing',
  summary: 'Resizes images.',
  docs: 'api/layers/preprocessing_layers/image_preprocessing/resizing/',
  openSizes: 'any',
  rule: {
    words: 'Height and width become those given; channels stay.',
    formula: '(…, h, w, c) → (…, height, width, c)',
    example: 'Resizing(32, 48)(Input((100, 120, 3)))',
    readFrom: 'layers/preprocessing/image_preprocessing/resizing.py: Resizing.compute_output_shape',
  },
  params: {
    height: imageSize,
    width: imageSize,
    interpolation: anything(str('bilinear')),
    crop_to_aspect_ratio: flag(false),
    pad_to_aspect_ratio: flag(false),
    fill_mode: ignoredDefault(str('constant')),
    fill_value: fillValue,
    antialias: ignoredDefault(FALSE),
    data_format: dataFormat(),
    bounding_box_format: boxes,
  },
  takes: 'nested',
  requires: (question) => [
    unresizable(question),
    runRank(question),
    unknownMethod(question),
    tooSmall(question.callee, question.args, 0),
  ],
  output: resized,
  explain: ({ args, input }) => ({
    formulas: [`height × width: ${formatShape(input.shape)} is resized to ${describeSize(args)}`],
  }),
  generations: {
    keras2: variant({
      params: { height: imageSize, width: imageSize, interpolation: method, crop_to_aspect_ratio: flag(false) },
      takes: 'stacked',
      // A size of -1 is TensorFlow's None.
      requires: (question) => [
        imageRank(question),
        nothingLeft(question),
        tooSmall(question.callee, question.args, -1),
      ],
      output: ({ args, input }) => {
        if (input.rank < 3) return unknownShape(reason('it is no image'));
        const [height, width] = [resizedTo(args.height), resizedTo(args.width)];
        return args.crop_to_aspect_ratio ? cutTo(input.shape, height, width) : withSize(input.shape, height, width);
      },
    }),
  },
});
