import { explainRepeated, repeated } from '../../../../shapes/borders';
import { type Dimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { int } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { converted } from '../../../numbers';
import { describe, type Param } from '../../../params';
import { inputDType } from '../../keras2';
import { plainInt } from './plain-int';

/** Keras 2 passes it through `int`. */
const convertedSize: Param<Dimension> = {
  default: int(2),
  read: (value, { callee, parameter }) => {
    const size = converted(value, 'int');
    if (size === undefined) return { value: unknownDimension(reason(`\`${parameter}\` is not known`)) };
    if (typeof size === 'number') return { value: size };
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
        parameter,
        exception: size,
      }),
    };
  },
};

export const upSampling1D = defineLayer({
  name: 'UpSampling1D',
  summary: 'Repeats each step `size` times.',
  docs: 'api/layers/reshaping_layers/up_sampling1d/',
  rule: {
    words: 'Each step is repeated `size` times.',
    formula: '(batch, n, c) → (batch, size·n, c)',
    example: 'UpSampling1D(2)(Input((10, 8)))',
    readFrom: 'layers/reshaping/up_sampling1d.py: UpSampling1D.compute_output_shape',
  },
  params: { size: plainInt({ default: 2, least: 1 }) },
  input: { rank: 3 },
  output: ({ args, input }) => input.with({ spatial: repeated(input.spatial, [args.size]) }),
  explain: ({ args, input }) => ({ formulas: explainRepeated(input.spatial, [args.size]) }),
  generations: {
    keras2: variant({
      params: { size: convertedSize },
      requires: ({ callee, args }) => [
        isKnown(args.size) &&
          args.size < 1 &&
          failure('invalid-argument', `\`size\` of ${callee} must be at least 1, not ${args.size}`, {
            parameter: 'size',
          }),
      ],
      output: ({ args, input }) => input.with({ spatial: repeated(input.spatial, [args.size]) }),
      outputDType: inputDType,
    }),
  },
});
