/** Activation functions: shape and element type stay, ints too. */
import { isInteger } from '../../../shapes/dtype';
import { float, int, TRUE } from '../../../values/value';
import type { OpDefinition } from '../define-op';
import type { OpParams } from '../params';
import { same, type TypeRule } from './types';
import { other, unary } from './unary';

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly more?: OpParams;
  readonly aliases?: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'celu', summary: 'Continuously differentiable exponential linear unit.', more: { alpha: other(float(1)) } },
  { name: 'elu', summary: 'Exponential linear unit.', more: { alpha: other(float(1)) } },
  { name: 'gelu', summary: 'Gaussian error linear unit.', more: { approximate: other(TRUE) } },
  { name: 'hard_shrink', summary: 'Zero within a threshold, else unchanged.', more: { threshold: other(float(0.5)) } },
  { name: 'hard_sigmoid', summary: 'Sigmoid made of straight lines.' },
  { name: 'hard_silu', summary: 'Swish made of straight lines.', aliases: ['hard_swish'] },
  { name: 'hard_tanh', summary: 'Tanh made of straight lines.' },
  { name: 'leaky_relu', summary: 'ReLU with a small slope below zero.', more: { negative_slope: other(float(0.2)) } },
  { name: 'log_sigmoid', summary: 'Logarithm of the sigmoid.' },
  { name: 'relu', summary: 'Zero for what is negative.' },
  { name: 'relu6', summary: 'ReLU that stops at 6.' },
  { name: 'selu', summary: 'Scaled exponential linear unit.' },
  { name: 'sigmoid', summary: 'Squeezes each element between 0 and 1.' },
  { name: 'silu', summary: 'Each element times its sigmoid (swish).', aliases: ['swish'] },
  { name: 'soft_shrink', summary: 'Moves each element towards zero.', more: { threshold: other(float(0.5)) } },
  { name: 'softplus', summary: 'Smooth ReLU.' },
  { name: 'softsign', summary: 'x divided by 1 plus its distance from zero.' },
  { name: 'sparse_plus', summary: 'Smooth function that is zero below -1.' },
  { name: 'sparse_sigmoid', summary: 'Sigmoid that reaches 0 and 1.' },
  { name: 'squareplus', summary: 'Smooth ReLU by a square root.', more: { b: other(int(4)) } },
  { name: 'tanh_shrink', summary: 'x less its tanh.' },
  {
    name: 'threshold',
    summary: 'A value in place of all that is not above a threshold.',
    more: { threshold: other(null), default_value: other(null) },
  },
];

/** TensorFlow computes these with ints, too; the others with floats only. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['relu', 'relu6', 'leaky_relu']);

/** Ints have no slope below zero: they become floats. */
const sloped: TypeRule = (type, floatx) => (isInteger(type) ? floatx : type);

export const activations: readonly OpDefinition[] = rows.map(({ name, summary, more = {}, aliases = [] }) =>
  unary(name, summary, same, {
    module: 'nn',
    more,
    aliases,
    ...(name === 'threshold' ? {} : { computes: OF_NUMBERS.has(name) ? 'numbers' : 'floats' }),
    ...(name === 'leaky_relu' ? { run: sloped } : {}),
  }),
);
