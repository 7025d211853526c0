import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { number, optionalNumber } from '../../../numbers';
import { inputDType, numbersOnly, slopedDType } from '../../keras2';
import { runDType } from '../../running';

/** With a slope alone TensorFlow's leaky ReLU is used. */
function isLeaky({ negative_slope: slope, max_value: most, threshold }: Args): boolean {
  return slope !== 0 && most === null && threshold === 0;
}

interface Args {
  readonly negative_slope: number | undefined;
  readonly max_value: number | undefined | null;
  readonly threshold: number | undefined;
}

/** A threshold with a slope is computed before the list is made a tensor. */
function thresholdOfList({ callee, args, nesting }: LayerQuestion<Args>): MaybeFailure {
  return (
    typeof nesting === 'object' &&
    args.negative_slope !== 0 &&
    args.threshold !== 0 &&
    args.threshold !== undefined &&
    failure('invalid-input', `${callee} takes one tensor with a threshold, not a list`, { exception: 'TypeError' })
  );
}

export const relu = defineLayer({
  name: 'ReLU',
  summary: 'Rectified linear unit: negative values become 0.',
  docs: 'api/layers/activation_layers/relu/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'ReLU(max_value=6)(Input((7, 32)))',
    readFrom: 'layers/activations/relu.py: ReLU.compute_output_shape',
  },
  params: {
    max_value: optionalNumber({ least: 0 }),
    negative_slope: number(0, { least: 0 }),
    threshold: number(0, { least: 0 }),
  },
  takes: 'structure',
  output: ({ input }) => input.shape,
  // A slope makes floats of ints.
  outputDType: (question) => (question.args.negative_slope === 0 ? runDType(question) : question.dtype),
  explain: ({ args: { max_value: most, negative_slope: slope, threshold } }) => {
    if (most === undefined || slope === undefined || threshold === undefined) return {};
    const above = most === null ? 'x' : `min(x, ${most})`;
    const below = slope === 0 ? '0' : threshold === 0 ? `${slope}·x` : `${slope}·(x - ${threshold})`;
    return { notes: [`${above} where x ≥ ${threshold}, ${below} below`] };
  },
  generations: {
    keras2: {
      takes: 'stacked',
      requires: (question) => [thresholdOfList(question), numbersOnly(question)],
      outputDType: (question) => (isLeaky(question.args) ? slopedDType(question) : inputDType(question)),
    },
  },
});
