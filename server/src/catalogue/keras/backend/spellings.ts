/** `keras.backend` (`K.mean`, `K.concatenate`): TensorFlow's functions under Keras 2's names. */

import { refuse } from '../../../shapes/problem';
import { float, int, NONE, str, type Value } from '../../../values/value';
import type { OpDefinition, OpQuestion } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import type { Operand } from '../../ops/operand';
import { type SpelledParameter, type Spelling, spelled } from '../../ops/spell';
import { tensorflowOpNamed } from '../../tensorflow/ops/index';

type Parameters = Readonly<Record<string, SpelledParameter>>;
type Row = readonly [name: string, of: string, parameters: Parameters, more?: Partial<Spelling>];

const own = (defaultValue: Value | null): SpelledParameter => ({ own: other(defaultValue) });
const reduction: Parameters = { x: 'input_tensor', axis: 'axis', keepdims: 'keepdims' };
/** Bools are cast to floats first. */
const floats: Partial<Spelling> = { type: (type) => (type === 'bool' ? 'float32' : type) };

const unary = (name: string, of: string, tensor = 'x', more: Parameters = {}): Row => [
  name,
  of,
  { x: tensor, ...more },
];
const pair = (name: string, of = `math.${name}`): Row => [name, of, { x: 'x', y: 'y' }];
const like = (name: string): Row => [name, name, { x: 'input', dtype: 'dtype', name: own(NONE) }];
const random = (name: string, of: string, more: Parameters): Row => [
  name,
  of,
  { shape: 'shape', ...more, dtype: { of: 'dtype', default: NONE }, seed: 'seed' },
];

function firstOf({ args }: OpQuestion<Readonly<Record<string, unknown>>>): Operand {
  return args.x as Operand;
}

const rows: readonly Row[] = [
  unary('abs', 'math.abs'),
  unary('exp', 'math.exp'),
  unary('log', 'math.log'),
  unary('sqrt', 'math.sqrt'),
  unary('square', 'math.square'),
  unary('sign', 'math.sign'),
  unary('sin', 'math.sin'),
  unary('cos', 'math.cos'),
  unary('tanh', 'math.tanh'),
  unary('sigmoid', 'math.sigmoid'),
  unary('hard_sigmoid', 'math.sigmoid'),
  unary('relu', 'nn.relu', 'features', { alpha: own(float(0)), max_value: own(NONE), threshold: own(float(0)) }),
  unary('elu', 'nn.elu', 'features', { alpha: own(float(1)) }),
  ['softplus', 'math.softplus', { x: 'features' }],
  ['softsign', 'math.softsign', { x: 'features' }],
  unary('round', 'math.round'),
  ['stop_gradient', 'stop_gradient', { variables: 'input' }],
  ['print_tensor', 'identity', { x: 'input', message: own(str('')), summarize: own(int(3)) }],
  ['dropout', 'nn.dropout', { x: 'x', level: 'rate', noise_shape: 'noise_shape', seed: 'seed' }],
  ['update', 'identity', { x: 'input', new_x: own(null) }],
  ['update_add', 'identity', { x: 'input', increment: own(null) }],
  ['update_sub', 'identity', { x: 'input', decrement: own(null) }],
  ['moving_average_update', 'identity', { x: 'input', value: own(null), momentum: own(null) }],
  like('ones_like'),
  like('zeros_like'),
  ['cast', 'cast', { x: 'x', dtype: 'dtype' }],
  ['clip', 'clip_by_value', { x: 't', min_value: 'clip_value_min', max_value: 'clip_value_max' }],
  ['pow', 'math.pow', { x: 'x', a: 'y' }],
  pair('maximum'),
  pair('minimum'),
  pair('equal'),
  pair('not_equal'),
  pair('greater'),
  pair('greater_equal'),
  pair('less'),
  pair('less_equal'),
  ['sum', 'math.reduce_sum', reduction],
  ['mean', 'math.reduce_mean', reduction, floats],
  ['std', 'math.reduce_std', reduction, floats],
  ['var', 'math.reduce_variance', reduction, floats],
  ['max', 'math.reduce_max', reduction],
  ['min', 'math.reduce_min', reduction],
  ['prod', 'math.reduce_prod', reduction],
  // Cast to bools first.
  ['any', 'math.reduce_sum', reduction, { type: () => 'bool' }],
  ['all', 'math.reduce_sum', reduction, { type: () => 'bool' }],
  ['logsumexp', 'math.reduce_logsumexp', reduction],
  ['argmax', 'math.argmax', { x: 'input', axis: { of: 'axis', default: int(-1) } }],
  ['argmin', 'math.argmin', { x: 'input', axis: { of: 'axis', default: int(-1) } }],
  ['cumsum', 'math.cumsum', { x: 'x', axis: 'axis' }],
  ['cumprod', 'math.cumprod', { x: 'x', axis: 'axis' }],
  [
    'softmax',
    'nn.softmax',
    { x: 'logits', axis: 'axis' },
    {
      check: (question) => {
        const x = firstOf(question);
        if (x.rank <= 1) refuse('wrong-rank', `softmax takes 2 dimensions or more, and this tensor has ${x.rank}`);
      },
    },
  ],
  ['l2_normalize', 'math.l2_normalize', { x: 'x', axis: 'axis' }],
  ['reshape', 'reshape', { x: 'tensor', shape: 'shape' }],
  ['permute_dimensions', 'transpose', { x: 'a', pattern: { of: 'perm', default: null } }],
  ['transpose', 'transpose', { x: 'a' }],
  [
    'concatenate',
    'concat',
    { tensors: 'values', axis: { of: 'axis', default: int(-1) } },
    {
      // A negative axis wraps around as often as it takes.
      changed: {
        axis: (axis, { args }) => {
          const [first] = args.tensors as readonly Operand[];
          if (typeof axis !== 'number' || axis >= 0 || !first) return axis;
          // The number of axes is asked of the first part's own shape, which is a tuple for an array.
          if (first.tensor?.library === 'numpy') {
            refuse('invalid-input', 'the first part is an array: make it a tensor, or give an axis from 0 on', {
              exception: 'AttributeError',
              parameter: 'tensors',
            });
          }
          return first.rank === 0 ? 0 : ((axis % first.rank) + first.rank) % first.rank;
        },
      },
    },
  ],
  ['stack', 'stack', { x: 'values', axis: 'axis' }],
  ['expand_dims', 'expand_dims', { x: 'input', axis: { of: 'axis', default: int(-1) } }],
  ['squeeze', 'squeeze', { x: 'input', axis: { of: 'axis', default: null } }],
  ['tile', 'tile', { x: 'input', n: 'multiples' }],
  ['reverse', 'reverse', { x: 'tensor', axes: 'axis' }],
  ['gather', 'gather', { reference: 'params', indices: 'indices' }],
  ['one_hot', 'one_hot', { indices: 'indices', num_classes: 'depth' }],
  ['in_top_k', 'math.in_top_k', { predictions: 'predictions', targets: 'targets', k: 'k' }],
  ['shape', 'shape', { x: 'input' }],
  ['bias_add', 'nn.bias_add', { x: 'value', bias: 'bias', data_format: own(NONE) }],
  random('random_normal', 'random.normal', { mean: 'mean', stddev: 'stddev' }),
  random('truncated_normal', 'random.truncated_normal', { mean: 'mean', stddev: 'stddev' }),
  random('random_uniform', 'random.uniform', {
    minval: { of: 'minval', default: float(0) },
    maxval: { of: 'maxval', default: float(1) },
  }),
  random('random_bernoulli', 'random.uniform', { p: own(float(0)) }),
  random('random_binomial', 'random.uniform', { p: own(float(0)) }),
  [
    'constant',
    'constant',
    { value: 'value', dtype: { of: 'dtype', default: str('float32') }, shape: 'shape', name: own(NONE) },
  ],
  ['arange', 'range', { start: 'start', stop: 'limit', step: 'delta', dtype: { of: 'dtype', default: str('int32') } }],
];

export const backendSpellings: readonly OpDefinition[] = rows.map(([name, of, parameters, more]) => {
  const op = tensorflowOpNamed(of);
  if (!op) throw new Error(`there is no op ${of}`);
  return spelled(op, { name, parameters, module: 'core', ...more });
});
