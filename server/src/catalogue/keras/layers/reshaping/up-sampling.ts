/** UpSampling2D and 3D: repeats rows, columns and slices. UpSampling1D has rules of its own. */

import { explainRepeated, repeated } from '../../../../shapes/borders';
import { type Dimension, dynamic, isDynamic, isKnown } from '../../../../shapes/dimension';
import { isComplex } from '../../../../shapes/dtype';
import { defineLayer, type InputView, type LayerDefinition, type LayerQuestion, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { choice, dataFormat, describe, type Param, spatial } from '../../../params';
import { inputDType, numbersOnly } from '../../keras2';
import { imageText } from '../page-text';

const METHODS = [
  'nearest',
  'bilinear',
  'bicubic',
  'area',
  'lanczos3',
  'lanczos5',
  'gaussian',
  'mitchellcubic',
] as const;

export function upSampling(rank: 2 | 3, summary: string): LayerDefinition {
  const twos = Array.from({ length: rank }, () => 2);
  const format = { data_format: dataFormat() };
  return defineLayer({
    name: `UpSampling${rank}D`,
    summary,
    docs: `api/layers/reshaping_layers/up_sampling${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'Each spatial size is multiplied by its `size`; channels stay.',
      formula: 'n → size·n on each spatial axis',
      example: `UpSampling${rank}D(2)(Input(${imageText(rank)}))`,
      readFrom: `layers/reshaping/up_sampling${rank}d.py: UpSampling${rank}D.compute_output_shape`,
    },
    params: { size: spatial(rank, twos), ...format, ...(rank === 2 ? { interpolation: anyInterpolation } : null) },
    input: { rank: rank + 2 },
    output: ({ args, input }) => input.with({ spatial: repeated(input.spatial, args.size) }),
    explain: ({ args, input }) => ({ formulas: explainRepeated(input.spatial, args.size) }),
    generations: {
      keras2: variant({
        params: {
          size: spatial(rank, twos, { floats: 'kept' }),
          ...format,
          ...(rank === 2 ? { interpolation } : null),
        },
        // UpSampling3D of Keras 2 loses its input spec, and repeats three axes of whatever it gets.
        input: rank === 2 ? { rank: 4 } : ({ args }) => ({ minRank: args.data_format === 'channels_first' ? 5 : 4 }),
        requires: (question) => [rank === 2 && numbersOnly(question), rank === 2 && noComplex(question)],
        output: ({ args, input }) => (rank === 2 ? resized(input, args.size) : repeatedAxes(input, args.size)),
        explain: ({ args, input }) => ({ formulas: explainRepeated(input.spatial, args.size) }),
        // All but the nearest neighbour compute in float32.
        outputDType: (question) =>
          'interpolation' in question.args && question.args.interpolation !== 'nearest'
            ? 'float32'
            : inputDType(question),
      }),
    },
  });
}

/** TensorFlow knows both sizes of a resized image, or neither. */
function resized(input: InputView, size: readonly Dimension[]): readonly Dimension[] {
  const all = repeated(input.spatial, size);
  return input.with({ spatial: all.some(isDynamic) ? all.map((one) => (isKnown(one) ? dynamic() : one)) : all });
}

function repeatedAxes({ shape, channelsFirst }: InputView, size: readonly Dimension[]): readonly Dimension[] {
  const first = channelsFirst ? 2 : 1;
  return [...shape.slice(0, first), ...repeated(shape.slice(first), size)];
}

/** Keras 3 only lowers its case; a wrong name is noticed when the layer runs. */
const anyInterpolation: Param<null> = {
  ...choice(METHODS, 'nearest'),
  possible: [null],
  read: (value, { callee, parameter }) =>
    value.kind === 'str' || value.kind === 'unknown' || value.kind === 'instance'
      ? { value: null }
      : {
          failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be a str, not ${describe(value)}`, {
            parameter,
            exception: 'AttributeError',
            facts: { choices: METHODS },
          }),
        },
};

const interpolation: Param<(typeof METHODS)[number]> = {
  ...choice(METHODS, 'nearest', { lower: true }),
  read: (value, context) => {
    const result = choice(METHODS, 'nearest', { lower: true }).read(value, context);
    const exception = value.kind === 'str' ? 'NotImplementedError' : 'AttributeError';
    return 'failure' in result ? { failure: { ...result.failure, exception } } : result;
  },
};

function noComplex({ callee, input }: Pick<LayerQuestion<unknown>, 'callee' | 'input'>): MaybeFailure {
  return (
    isComplex(input.dtype) &&
    failure('incompatible-dtypes', `${callee} takes real numbers, and its input is ${input.dtype}`, {
      exception: 'TypeError',
      inputs: [0],
      facts: { dtype: input.dtype },
    })
  );
}
