import type { Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import type { MaybeFailure } from '../../../failure';
import type { Param } from '../../../params';
import { refusedActivation } from '../../identifiers';
import { floatsOnly, inputDType, numbersOnly } from '../../keras2';
import { runDType } from '../../running';

/** The activation itself, which Keras 2 runs on the input. */
const activation: Param<Value> = {
  default: null,
  read: (value, context) => {
    const failure = refusedActivation(value, context);
    return failure ? { failure } : { value };
  },
};

type Question = LayerQuestion<{ readonly activation: Value }>;

export const activationLayer = defineLayer({
  name: 'Activation',
  summary: 'Applies an activation function.',
  docs: 'api/layers/core_layers/activation/',
  params: { activation },
  takes: 'structure',
  output: ({ input }) => input.shape,
  outputDType: runDType,
  generations: {
    keras2: {
      takes: 'stacked',
      requires: (question) => [unsupportedType(question)],
      outputDType: (question) => (nameOf(question) === 'leaky_relu' ? question.dtype : inputDType(question)),
    },
  },
});

/** What an activation is called, as a string or a function of Keras' or TensorFlow's own; null for others. */
function nameOf({ args: { activation: given } }: Question): string | null {
  if (given.kind === 'None') return 'linear';
  if (given.kind === 'str') return given.value;
  return given.kind === 'native' ? given.name : null;
}

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
      return question.args.activation.kind === 'str' ? floatsOnly(question) : null;
  }
}
