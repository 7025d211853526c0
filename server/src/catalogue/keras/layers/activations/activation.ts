import type { Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import type { Param } from '../../../params';
import { refusedActivation } from '../../identifiers';
import { floatsOnly, inputDType, numbersOnly, slopedDType } from '../../keras2';
import { runDType } from '../../running';

/** The activation itself, which Keras 2 runs on the input. */
const activation: Param<Value> = {
  default: null,
  read: (value, context) => {
    const refused = refusedActivation(value, context);
    return refused ? { failure: refused } : { value };
  },
};

type Question = LayerQuestion<{ readonly activation: Value }>;

export const activationLayer = defineLayer({
  name: 'Activation',
  summary: 'Applies an activation function.',
  docs: 'api/layers/core_layers/activation/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'Activation("relu")(Input((7, 32)))',
    readFrom: 'layers/activations/activation.py: Activation.compute_output_shape',
  },
  params: { activation },
  takes: 'structure',
  output: ({ input }) => input.shape,
  outputDType: runDType,
  generations: {
    keras2: {
      takes: 'stacked',
      requires: (question) => [listless(question), unsupportedType(question)],
      outputDType: (question) => (nameOf(question) === 'leaky_relu' ? slopedDType(question) : inputDType(question)),
    },
  },
});

/** What an activation is called, as a string or a function of Keras' or TensorFlow's own; null for others. */
function nameOf({ args: { activation: given } }: Question): string | null {
  if (given.kind === 'None') return 'linear';
  if (given.kind === 'str') return given.value;
  return given.kind === 'native' ? given.name : null;
}

/** Some look at their input before it is made a tensor. */
function listless(question: Question): MaybeFailure {
  const name = nameOf(question);
  return (
    typeof question.nesting === 'object' &&
    (name === 'softmax' || name === 'hard_sigmoid') &&
    failure('invalid-input', `${question.callee} takes one tensor for '${name}', not a list`, {
      exception: 'AttributeError',
    })
  );
}

/** Functions of Keras' own by these names, and TensorFlow's, take floats only. */
const OF_FLOATS: ReadonlySet<string> = new Set(
  'elu exponential gelu hard_sigmoid mish selu sigmoid softmax softplus softsign swish tanh'.split(' '),
);

/** In Keras 2 the function runs, and most take floats only. */
function unsupportedType(question: Question): MaybeFailure {
  switch (nameOf(question)) {
    case null:
    case 'linear':
      return null;
    case 'relu':
    case 'relu6':
    case 'leaky_relu':
      return numbersOnly(question);
    default:
      return question.args.activation.kind === 'str' || OF_FLOATS.has(nameOf(question) ?? '')
        ? floatsOnly(question)
        : null;
  }
}
