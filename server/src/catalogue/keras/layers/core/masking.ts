import { isFloating } from '../../../../shapes/dtype';
import { float, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, describe } from '../../../params';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';

type Question = LayerQuestion<{ readonly mask_value: Value }>;

export const masking = defineLayer({
  name: 'Masking',
  summary: 'Marks the timesteps whose values are all a given one, so that later layers skip them.',
  docs: 'api/layers/core_layers/masking/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input; a mask over all its axes but the last goes with it.',
    formula: '(…) → (…)',
    example: 'Masking(mask_value=0.0)(Input((7, 32)))',
    readFrom: 'layers/core/masking.py: Masking.compute_output_shape',
  },
  params: { mask_value: anything(float(0)) },
  output: ({ input }) => input.shape,
  outputDType: runDType,
  generations: {
    keras2: {
      takes: 'tensor',
      requires: (question) => [comparesWith(question)],
      outputDType: inputDType,
    },
  },
});

/** TensorFlow compares `mask_value` with the input, which makes it of the input's type. */
function comparesWith(question: Question): MaybeFailure {
  const { callee, args } = question;
  const dtype = inputDType(question);
  const { kind } = args.mask_value;
  const fits =
    dtype === '?' ||
    (isFloating(dtype)
      ? kind !== 'str' && kind !== 'None' && kind !== 'dict'
      : dtype === 'string'
        ? kind !== 'float'
        : kind !== 'float' && kind !== 'str');
  return (
    !fits &&
    failure('incompatible-dtypes', `${callee} compares its ${dtype} input with ${describe(args.mask_value)}`, {
      parameter: 'mask_value',
      exception: 'TypeError',
      facts: { dtype },
    })
  );
}
