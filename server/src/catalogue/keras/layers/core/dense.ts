import { type Dimension, formatDimension, surelyDiffer } from '../../../../shapes/dimension';
import { isFloating } from '../../../../shapes/dtype';
import { formatShape } from '../../../../shapes/shape';
import {
  defineLayer,
  type Explanation,
  type LayerQuestion,
  variant,
  type WeightSpec,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { convertedSize, count } from '../../../numbers';
import { anything, flag, ignored } from '../../../params';
import { activation, constraint, initializer, regularizer } from '../../identifiers';
import { adapted, constraintGiven, refusedLora } from './lora';
import { weightMethods } from './weight-methods';

type Question = LayerQuestion<{ readonly units: Dimension; readonly use_bias: boolean }>;

const options = {
  activation: activation(),
  use_bias: flag(true),
  kernel_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  kernel_regularizer: regularizer(),
  bias_regularizer: regularizer(),
  activity_regularizer: regularizer(),
};

const last = ({ input }: Question) => input.shape.at(-1) as Dimension;

function bias({ args: { units, use_bias } }: Question): readonly WeightSpec[] {
  return use_bias ? [weight('bias', [units])] : [];
}

function differentKernel(question: Question): MaybeFailure {
  const made = question.builtOn?.[0]?.shape.at(-1);
  const size = last(question);
  return (
    made !== undefined &&
    surelyDiffer(size, made) &&
    failure(
      'incompatible-shapes',
      `${question.callee} was built for size ${made} on axis -1, and this input has ${size}`,
      { inputs: [0], facts: { expected: made, actual: size, axis: -1 } },
    )
  );
}

function explain(question: Question): Explanation {
  const { input, args } = question;
  const from = formatDimension(last(question));
  const to = formatDimension(args.units);
  const notes = [
    `each of the ${to} outputs is a weighted sum of the ${from} inputs${args.use_bias ? ' plus a bias' : ''}`,
  ];
  if (input.rank > 2) {
    notes.push(
      `only the last axis of ${formatShape(input.shape)} is mapped, ${from} to ${to}, with the same weights everywhere: a Flatten before it would join all axes`,
    );
  }
  return { formulas: [`last axis: ${from} → ${to}`], notes };
}

export const dense = defineLayer({
  name: 'Dense',
  summary: 'Fully connected layer: each output is a weighted sum of all inputs.',
  docs: 'api/layers/core_layers/dense/',
  openSizes: 'any',
  rule: {
    words: 'The last axis becomes `units`; all others stay.',
    formula: '(…, n) → (…, units)',
    example: 'Dense(10)(Input((7, 32)))',
    readFrom: 'layers/core/dense.py: Dense.compute_output_shape',
  },
  input: { minRank: 2 },
  buildsAnyRank: true,
  members: weightMethods('kernel'),
  params: {
    units: count(),
    ...options,
    kernel_constraint: constraintGiven,
    bias_constraint: constraint(),
    lora_rank: anything(),
    lora_alpha: ignored,
    quantization_config: ignored,
  },
  build: ({ callee, args }) => [refusedLora(callee, args.lora_rank, args.kernel_constraint, 'kernel_constraint')],
  builtInput: (question) => ({ minRank: 2, axes: { [-1]: last(question) } }),
  output: ({ args, input }) => [...input.shape.slice(0, -1), args.units],
  weights: (question) => [
    ...adapted('kernel', [last(question), question.args.units], question.args.lora_rank),
    ...bias(question),
  ],
  explain,
  generations: {
    keras2: variant({
      params: { units: convertedSize(0), ...options, kernel_constraint: constraint(), bias_constraint: constraint() },
      build: ({ callee, dtype }) => [
        dtype !== '?' &&
          !isFloating(dtype) &&
          !dtype.startsWith('complex') &&
          failure('invalid-argument', `${callee} computes in floats only, and its \`dtype\` is ${dtype}`, {
            parameter: 'dtype',
            exception: 'TypeError',
          }),
      ],
      // Products of higher ranks are computed on shapes that TensorFlow does not know: it refuses none.
      builtInput: () => ({ minRank: 2 }),
      requires: (question) => [question.input.rank === 2 && differentKernel(question)],
      weights: (question) => [weight('kernel', [last(question), question.args.units]), ...bias(question)],
    }),
  },
});
