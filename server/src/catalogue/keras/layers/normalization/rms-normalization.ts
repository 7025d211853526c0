import { formatDimension } from '../../../../shapes/dimension';
import { float, int, type Value } from '../../../../values/value';
import { defineLayer, weight } from '../../../define-layer';
import { anything, ignoredDefault } from '../../../params';
import { runDType } from '../../running';
import { axesOf, missingAxis, noIndex, sizesOn } from './axes';

const sorted = (given: Value) => axesOf(given)?.axes.toSorted((a, b) => a - b);

export const rmsNormalization = defineLayer({
  name: 'RMSNormalization',
  onlyIn: 'keras3',
  summary: 'Divides by the root mean square over some axes.',
  docs: 'api/layers/normalization_layers/rms_normalization/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input; the scale has the sizes of `axis`.',
    formula: '(…) → (…)',
    example: 'RMSNormalization()(Input((7, 32)))',
    readFrom: 'layers/normalization/rms_normalization.py: RMSNormalization.compute_output_shape',
  },
  params: { axis: anything(int(-1)), epsilon: ignoredDefault(float(1e-6)) },
  callInputs: ['x'],
  build: ({ callee, args, input }) => [
    noIndex(callee, args.axis),
    missingAxis(callee, axesOf(args.axis)?.axes, input, 'IndexError'),
  ],
  requires: ({ callee, args, input }) => [missingAxis(callee, axesOf(args.axis)?.axes, input, 'ValueError')],
  output: ({ input }) => input.shape,
  outputDType: runDType,
  weights: ({ args, input }) => [weight('scale', sizesOn(sorted(args.axis), input))],
  explain: ({ args, input }) => {
    const axes = axesOf(args.axis)?.axes;
    if (!axes) return {};
    return {
      notes: [
        `divides ${sizesOn(axes, input).map(formatDimension).join('·')} values at a time by their root mean square`,
      ],
    };
  },
});
