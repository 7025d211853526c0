import { layerState } from '../../../../graph/layer';
import type { Dimension } from '../../../../shapes/dimension';
import { formatDimension } from '../../../../shapes/dimension';
import { FALSE, str, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { optionalNumber } from '../../../numbers';
import { describe, ignored, ignoredDefault, type Param, weightSize } from '../../../params';

type Question = LayerQuestion<{ readonly output_dim: Dimension }>;

/** A name of a kernel, in any case, or an initializer. */
const kernel: Param<null> = {
  default: str('gaussian'),
  read: (value: Value, { callee, parameter }) => {
    if (value.kind !== 'str' || ['gaussian', 'laplacian'].includes(value.value.toLowerCase())) return { value: null };
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be 'gaussian' or 'laplacian', not ${describe(value)}`,
        { parameter },
      ),
    };
  },
};

const size = ({ input }: Question) => input.shape[1] as Dimension;

/** TensorFlow turns no ints into floats by itself. */
function noFloats({ callee, input: { dtype } }: Question): MaybeFailure {
  const fits = dtype === '?' || dtype.startsWith('float') || dtype === 'bfloat16';
  return (
    !fits &&
    failure('incompatible-dtypes', `${callee} takes floats, and its input is ${dtype}`, {
      inputs: [0],
      facts: { dtype },
    })
  );
}

export const randomFourierFeatures = defineLayer({
  name: 'RandomFourierFeatures',
  onlyIn: 'keras2',
  module: 'experimental',
  summary: 'Maps vectors to random features, whose products approximate a kernel.',
  docs: '2.15/api/layers/',
  rule: {
    words: 'The last axis becomes `output_dim`; the input must have two axes.',
    formula: '(batch, n) → (batch, output_dim)',
    example: 'keras.layers.experimental.RandomFourierFeatures(64)(Input((20,)))',
    readFrom: 'layers/kernelized.py: RandomFourierFeatures.compute_output_shape',
  },
  params: {
    output_dim: weightSize(),
    kernel_initializer: kernel,
    scale: optionalNumber({ least: 0, exclusive: true }),
    trainable: ignoredDefault(FALSE),
    name: ignored,
  },
  input: { rank: 2 },
  builtInput: (question) => ({ rank: 2, axes: { 1: size(question) } }),
  requires: (question) => [noFloats(question)],
  initialize: (layer, context) => {
    const state = layerState(layer);
    if (state?.args?.get('trainable')?.source.from === 'default') state.trainable.set(context.heap, false);
  },
  output: ({ args, input }) => [input.batch, args.output_dim],
  outputDType: () => 'float32',
  weights: (question) => {
    const { args } = question;
    const still = { trainable: false, dtype: 'float32' } as const;
    return [
      weight('unscaled_kernel', [size(question), args.output_dim], still),
      weight('bias', [args.output_dim], still),
      weight('kernel_scale', [1], { dtype: 'float32' }),
    ];
  },
  explain: (question) => ({
    formulas: [`last axis: ${formatDimension(size(question))} → ${formatDimension(question.args.output_dim)}`],
    notes: ['its matrix is random and stays so; only its scale can be trained, where `trainable` says so'],
  }),
});
