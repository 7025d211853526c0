import { type Dimension, dynamic, isKnown } from '../../../../shapes/dimension';
import { defineLayer, type InputView, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { inputDType } from '../../keras2';
import { plainInt } from './plain-int';

export const repeatVector = defineLayer({
  name: 'RepeatVector',
  summary: 'Makes a sequence of `n` copies of a vector.',
  docs: 'api/layers/reshaping_layers/repeat_vector/',
  openSizes: 'any',
  rule: {
    words: 'A new axis of `n` behind the batch.',
    formula: '(batch, c) → (batch, n, c)',
    example: 'RepeatVector(5)(Input((32,)))',
    readFrom: 'layers/reshaping/repeat_vector.py: RepeatVector.compute_output_shape',
  },
  params: { n: plainInt({ least: 1 }) },
  input: { rank: 2 },
  output: ({ args, input }) => repeated(input, args.n),
  generations: {
    keras2: variant({
      params: { n: plainInt({ bools: true }) },
      requires: ({ callee, args }) => [
        isKnown(args.n) &&
          args.n < -1 &&
          failure('invalid-argument', `\`n\` of ${callee} must not be negative, and is ${args.n}`, { parameter: 'n' }),
      ],
      // TensorFlow takes -1 for a size that is not known yet.
      output: ({ args, input }) => repeated(input, args.n === -1 ? dynamic() : args.n),
      outputDType: inputDType,
    }),
  },
});

function repeated(input: InputView, n: Dimension): readonly Dimension[] {
  return [input.batch, n, input.channels];
}
