/** `keras.random`: tensors of random numbers. */
import type { Dimension } from '../../../shapes/dimension';
import { isFloating, isInteger } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { float, NONE, str, type Value } from '../../../values/value';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { other } from '../elementwise/unary';
import { fillable } from '../making/tensors';
import { dtype, integer, type OpParams, shape, size, tensor } from '../params';

interface Row {
  readonly name: string;
  readonly summary: string;
  /** Parameters between `shape` and `dtype`; null for those that must be given. */
  readonly more: Readonly<Record<string, Value | null>>;
  readonly type?: string;
  /** Which element types it takes. */
  readonly takes?: 'floats' | 'ints';
}

const rows: readonly Row[] = [
  { name: 'beta', summary: 'Numbers of a beta distribution.', more: { alpha: null, beta: null } },
  { name: 'binomial', summary: 'Numbers of a binomial distribution.', more: { counts: null, probabilities: null } },
  { name: 'gamma', summary: 'Numbers of a gamma distribution.', more: { alpha: null } },
  { name: 'normal', summary: 'Numbers of a normal distribution.', more: { mean: float(0), stddev: float(1) } },
  { name: 'randint', summary: 'Random ints.', more: { minval: null, maxval: null }, type: 'int32', takes: 'ints' },
  {
    name: 'truncated_normal',
    summary: 'Numbers of a normal distribution, within two standard deviations.',
    more: { mean: float(0), stddev: float(1) },
  },
  {
    name: 'uniform',
    summary: 'Numbers between two bounds.',
    more: { minval: float(0), maxval: float(1) },
    takes: 'floats',
  },
];

const drawn = rows.map(({ name, summary, more, type, takes }) =>
  defineOp({
    name,
    module: 'random',
    operation: null,
    summary,
    params: {
      shape: shape(),
      ...(Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)])) as OpParams),
      dtype: dtype(type === undefined ? NONE : str(type)),
      seed: other(),
    },
    symbolicBy: [],
    output: (question) => {
      const args = question.args as unknown as { shape: never; dtype: string | null };
      const given = args.dtype ?? null;
      const wrong =
        given !== null &&
        given !== '?' &&
        (takes === 'ints' ? !isInteger(given) : takes === 'floats' && !isFloating(given));
      if (wrong) {
        refuse('incompatible-dtypes', `${name} gives ${takes === 'ints' ? 'ints' : 'floats'}, not ${given}`, {
          parameter: 'dtype',
        });
      }
      return tensorOf(fillable(args.shape, question), given ?? question.floatx);
    },
  }),
);

const categorical = defineOp({
  name: 'categorical',
  module: 'random',
  operation: null,
  summary: 'Random classes by their logits.',
  params: { logits: tensor(), num_samples: size(), dtype: dtype(str('int32')), seed: other() },
  symbolicBy: [],
  output: ({ args: { logits, num_samples: count, dtype } }) => {
    if (logits.rank !== 2) {
      refuse('wrong-rank', `\`logits\` must have 2 dimensions, and ${formatShape(logits.shape)} has ${logits.rank}`, {
        parameter: 'logits',
      });
    }
    return tensorOf([logits.shape[0] as Dimension, count], dtype ?? 'int32');
  },
});

const dropout = defineOp({
  name: 'dropout',
  module: 'random',
  operation: null,
  summary: 'Elements set to zero at random, the others scaled up.',
  params: { inputs: tensor(), rate: other(null), noise_shape: other(), seed: other() },
  symbolicBy: [],
  output: ({ args: { inputs } }) => tensorOf(inputs.anyShape, inputs.dtype),
});

const shuffle = defineOp({
  name: 'shuffle',
  module: 'random',
  operation: null,
  summary: 'Elements in random order along an axis.',
  params: { x: tensor(), axis: integer(0), seed: other() },
  symbolicBy: [],
  output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
});

export const randomOps: readonly OpDefinition[] = [...drawn, categorical, dropout, shuffle];
