import { defineLayer, type LayerQuestion, weight } from '../../define-layer';
import { axesOf, missingAxis, sizesOn } from '../layers/normalization/axes';
import { groupOptions } from '../layers/normalization/group-normalization';

type Question = LayerQuestion<{ readonly axis: Parameters<typeof axesOf>[0] }>;

const channels = ({ args, input }: Question) => sizesOn(axesOf(args.axis)?.axes, input).slice(0, 1);

export const instanceNormalization = defineLayer({
  name: 'InstanceNormalization',
  summary: 'Normalizes each channel of each sample by itself.',
  docs: 'https://www.tensorflow.org/addons/api_docs/python/tfa/layers/InstanceNormalization',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'InstanceNormalization()(Input((28, 28, 8)))',
    readFrom: 'tensorflow_addons/layers/normalizations.py: GroupNormalization.compute_output_shape',
  },
  params: groupOptions,
  requires: ({ callee, args, input }) => [missingAxis(callee, axesOf(args.axis)?.axes, input, 'IndexError')],
  output: ({ input }) => input.shape,
  weights: (question) => [
    ...(question.args.scale ? [weight('gamma', channels(question))] : []),
    ...(question.args.center ? [weight('beta', channels(question))] : []),
  ],
});
