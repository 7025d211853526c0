/** `keras.activations`: functions that are ops of other names, defaults or parameters. */
import { refuse } from '../../../shapes/problem';
import { FALSE, float, int } from '../../../values/value';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { same } from '../elementwise/types';
import { other, unary } from '../elementwise/unary';
import type { Operand } from '../operand';
import { type OpParam, tensor } from '../params';

/** Activations that call `convert_to_tensor` first, which a Keras tensor cannot be. */
function converting(name: string, operation: string, summary: string, more = {}): OpDefinition {
  return defineOp({
    name,
    module: 'activations',
    operation,
    summary,
    params: { x: tensor(), ...more } as { readonly x: OpParam<Operand> },
    output: ({ callee }) =>
      refuse('invalid-input', `\`keras.activations.${callee}\` cannot be called on a Keras tensor`, { parameter: 'x' }),
    run: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
  });
}

const linear = defineOp({
  name: 'linear',
  module: 'activations',
  operation: null,
  summary: 'The tensor itself.',
  params: { x: tensor() },
  output: () => [],
  evaluate: ({ args: { x } }) => x.value,
});

const relu: OpDefinition = {
  ...unary('relu', 'Zero for what is negative, or a slope there; up to a highest value.', same, {
    module: 'activations',
    operation: 'ReLU',
    more: { negative_slope: other(float(0)), max_value: other(), threshold: other(float(0)) },
  }),
  formerly: { alpha: 'negative_slope' },
};

export const activationFunctions: readonly OpDefinition[] = [
  linear,
  unary('gelu', 'Gaussian error linear unit.', same, {
    module: 'activations',
    operation: 'Gelu',
    more: { approximate: other(FALSE) },
  }),
  relu,
  converting('mish', 'Mish', 'x times the tanh of its softplus.'),
  converting('sparsemax', 'Sparsemax', 'Softmax that gives exact zeros.', { axis: other(int(-1)) }),
  converting('hard_silu', 'HardSilu', 'Swish made of straight lines.'),
];
