/** Tensors made of numbers, and random ones. */
import { axisOf, inserted } from '../../../shapes/axes';
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import { type DType, isInteger } from '../../../shapes/dtype';
import { inferredReshape } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { hasRank, type Shape } from '../../../shapes/shape';
import { TensorValue } from '../../../values/tensor';
import { float, int, NONE, str, TRUE, type Value } from '../../../values/value';
import { comparable, numberOf } from '../../numbers';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { fillable, spacedInSinglePrecision } from '../../ops/making/tensors';
import { elementsOf, MOST_ELEMENTS, NotKnown, type Operand, operandOf } from '../../ops/operand';
import { integer, type OpParam, optionalSize, shape, size, tensorOrNumber } from '../../ops/params';
import { anything, describe, orNone } from '../../params';
import { checkConversion } from './conversion';
import { tensorflowOp } from './define';
import { dtype } from './dtypes';
import { tensorflowShape } from './shaping';

const any = () => tensorOrNumber({ lists: true });

function filled(name: string): OpDefinition {
  return tensorflowOp({
    name,
    summary: name === 'zeros' ? 'A tensor of zeros.' : 'A tensor of ones.',
    nameless: true,
    params: { shape: tensorflowShape(true), dtype: dtype(str('float32')), name: other(), layout: other() },
    output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? 'float32'),
  });
}

const fill = tensorflowOp({
  name: 'fill',
  summary: 'A tensor filled with one value.',
  nameless: true,
  params: { dims: tensorflowShape(true), value: any(), name: other(), layout: other() },
  output: (question) => tensorOf(fillable(question.args.dims, question), question.args.value.dtype),
});

const eye = tensorflowOp({
  name: 'eye',
  aliases: ['linalg.eye'],
  summary: 'Matrices with ones on their diagonal.',
  params: {
    num_rows: size(),
    num_columns: optionalSize(),
    batch_shape: orNone(tensorflowShape()),
    dtype: dtype(str('float32')),
  },
  output: ({ args: { num_rows: rows, num_columns: columns, batch_shape: batch, dtype } }) => {
    const outer = batch === null ? [] : batch;
    if (!hasRank(outer)) throw new NotKnown(outer.reason);
    return tensorOf([...outer, rows, columns ?? rows], dtype ?? 'float32');
  },
});

const linspace = tensorflowOp({
  name: 'linspace',
  aliases: ['lin_space'],
  summary: 'Numbers at equal distances.',
  nameless: true,
  params: { start: any(), stop: any(), num: size(), name: other(), axis: integer(0) },
  output: ({ args: { start, stop, num, axis } }) => {
    const ends = broadcast(start.shape, stop.shape);
    return tensorOf(
      inserted<Dimension>(ends, axisOf(axis, ends.length + 1), num),
      isInteger(start.dtype) ? 'float64' : start.dtype,
    );
  },
  elements: ({ args: { start, stop, num } }) => {
    const [from, to] = [start, stop].map((end) => numberOf(end.value));
    if (from === undefined || to === undefined || start.dtype !== 'float32') return null;
    if (!isKnown(num) || num < 1 || num > MOST_ELEMENTS) return null;
    return spacedInSinglePrecision(Math.fround(from), Math.fround(to), num);
  },
});

interface Range {
  readonly from: Value;
  readonly to: Value;
  readonly by: Value;
}

function rangeOf(start: Value, limit: Value, delta: Value): Range {
  return limit.kind === 'None' ? { from: int(0), to: start, by: delta } : { from: start, to: limit, by: delta };
}

function steps({ from, to, by }: Range): Dimension {
  const [first, last, step] = [from, to, by].map(numberOf);
  if (first !== undefined && last !== undefined && step !== undefined) {
    if (step === 0) {
      return refuse('invalid-argument', 'the delta of range must not be 0', { parameter: 'delta' });
    }
    if ((step > 0 && first > last) || (step < 0 && first < last)) {
      return refuse('invalid-argument', `range cannot go from ${first} to ${last} in steps of ${step}`);
    }
    return Math.ceil((last - first) / step);
  }
  const unknown = [from, to, by].find((part) => part.kind === 'unknown');
  if (unknown?.kind === 'unknown') return unknownDimension(unknown.reason);
  if (to.kind === 'tensor' && first === 0 && step === 1) {
    const [only] = to.data ?? [];
    if (typeof only === 'object') return only;
  }
  return dynamic();
}

const range = tensorflowOp({
  name: 'range',
  summary: 'Numbers from start to limit, limit left out.',
  params: { start: anything(null), limit: anything(), delta: anything(int(1)), dtype: dtype() },
  output: ({ args: { start, limit, delta, dtype }, mode }) => {
    const found = rangeOf(start, limit, delta);
    const wrong = [found.from, found.to, found.by].find((part) => comparable(part) === 'no number');
    if (wrong) refuse('invalid-argument', `range takes numbers, not ${describe(wrong)}`, { exception: 'TypeError' });
    const count = steps(found);
    const isOpen = mode === 'eager' && isDynamic(count);
    const size = isOpen ? unknownDimension({ text: 'how many numbers there are is not known' }) : count;
    return tensorOf([size], dtype ?? rangeType([found.from, found.to, found.by]));
  },
  elements: ({ args: { start, limit, delta } }) => {
    const found = rangeOf(start, limit, delta);
    const [from, step] = [numberOf(found.from), numberOf(found.by)];
    const count = steps(found);
    if (from === undefined || step === undefined || !Number.isInteger(from) || !Number.isInteger(step)) return null;
    if (!isKnown(count) || count > MOST_ELEMENTS) return null;
    return Array.from({ length: count }, (_, i) => from + i * step);
  },
});

/** The widest of the types in the order int32, int64, float32, float64. */
function rangeType(values: readonly Value[]): DType {
  const order = ['int32', 'int64', 'float16', 'bfloat16', 'float32', 'float64'];
  const types = values.map((value) => operandOf(value)?.dtype ?? '?');
  if (types.includes('?')) return '?';
  return types.reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b));
}

/** Data as a tensor; `shape` may lay them out, or repeat one value. */
const constant = tensorflowOp({
  name: 'constant',
  summary: 'A tensor of the given data.',
  params: { value: any(), dtype: dtype(), shape: orNone(tensorflowShape(true)) },
  output: ({ args: { value, dtype, shape: to }, callee }) => {
    const type = dtype ?? value.dtype;
    checkSame(value, type, callee, 'TypeError');
    checkConversion(value, type, callee);
    if (to === null) return tensorOf(value.anyShape, type);
    if (!hasRank(to)) return tensorOf(to, type);
    if (value.rank > 0) inferredReshape(value.shape, to, { parameter: 'shape', exception: 'TypeError' });
    return tensorOf(to, type);
  },
  elements: ({ args: { value, shape: to } }) => (to === null ? elementsOf(value) : null),
});

/** Tensors are not cast on the way. */
function checkSame({ tensor, dtype: from }: Operand, type: DType, callee: string, exception: string): void {
  if (!tensor || tensor.library === 'numpy' || from === '?' || type === '?' || from === type) return;
  refuse('incompatible-dtypes', `${callee} does not make ${type} of ${from}: cast it`, {
    parameter: 'dtype',
    exception,
  });
}

const convertToTensor = tensorflowOp({
  name: 'convert_to_tensor',
  summary: 'A tensor of the given data.',
  params: { value: any(), dtype: dtype(), dtype_hint: other() },
  output: ({ args: { value, dtype }, callee }) => {
    const type = dtype ?? value.dtype;
    checkSame(value, type, callee, 'ValueError');
    checkConversion(value, type, callee);
    return tensorOf(value.anyShape, type);
  },
  elements: ({ args: { value } }) => elementsOf(value),
});

/** `tf.Variable(initial_value)`: a variable, which no other op gives. */
const variable = tensorflowOp({
  name: 'Variable',
  summary: 'A variable with an initial value.',
  params: {
    initial_value: anything(),
    trainable: other(),
    validate_shape: other(TRUE),
    caching_device: other(),
    name: other(),
    variable_def: other(),
    dtype: dtype(),
    import_scope: other(),
    constraint: other(),
    synchronization: other(),
    aggregation: other(),
    shape: orNone(shape()),
  },
  nameless: true,
  output: () => [],
  evaluate: ({ args: { initial_value: value, dtype, shape: declared }, context, callee }) => {
    const start =
      value.kind === 'function' || value.kind === 'native'
        ? context.call(value, { positional: [], keywords: new Map(), uncertain: null })
        : value;
    const operand = operandOf(start);
    if (!operand) return context.unknown('the initial value of the variable is not followed');
    const type = dtype ?? operand.dtype;
    checkSame(operand, type, callee, 'ValueError');
    checkConversion(operand, type, callee);
    return new TensorValue({ library: 'variable', symbolic: false, shape: declared ?? operand.anyShape, dtype: type });
  },
});

// ---------------------------------------------------------------- random numbers

function random(name: string, aliases: readonly string[], more: Readonly<Record<string, Value | null>>): OpDefinition {
  const extra = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)]));
  return tensorflowOp({
    name,
    aliases,
    summary: 'Random numbers.',
    params: { shape: tensorflowShape(true), ...extra, dtype: dtype(str('float32')), seed: other() } as unknown as {
      readonly shape: OpParam<Shape>;
      readonly dtype: OpParam<DType | null>;
    },
    output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? 'float32'),
  });
}

/** So many draws for each parameter. */
const gamma = tensorflowOp({
  name: 'random.gamma',
  aliases: ['random_gamma'],
  summary: 'Random numbers of gamma distributions.',
  params: {
    shape: tensorflowShape(true),
    alpha: any(),
    beta: { ...any(), default: float(1) },
    dtype: dtype(str('float32')),
    seed: other(),
  },
  output: ({ args: { shape: draws, alpha, beta, dtype } }) => {
    if (!hasRank(draws)) throw new NotKnown(draws.reason);
    const each = beta.value.kind === 'None' ? alpha.shape : broadcast(alpha.shape, beta.shape);
    return tensorOf([...draws, ...each], dtype ?? 'float32');
  },
});

const poisson = tensorflowOp({
  name: 'random.poisson',
  summary: 'Random numbers of Poisson distributions.',
  params: { shape: tensorflowShape(true), lam: any(), dtype: dtype(str('float32')), seed: other() },
  output: ({ args: { shape: draws, lam, dtype } }) => {
    if (!hasRank(draws)) throw new NotKnown(draws.reason);
    return tensorOf([...draws, ...lam.shape], dtype ?? 'float32');
  },
});

const categorical = tensorflowOp({
  name: 'random.categorical',
  summary: 'Random classes by their logits.',
  params: { logits: any(), num_samples: size(), dtype: dtype(), seed: other() },
  output: ({ args: { logits, num_samples: count, dtype } }) => {
    if (logits.rank !== 2) refuse('wrong-rank', 'the logits must have 2 dimensions', { parameter: 'logits' });
    return tensorOf([logits.shape[0] as Dimension, count], dtype ?? 'int64');
  },
});

export const making: readonly OpDefinition[] = [
  filled('zeros'),
  filled('ones'),
  fill,
  eye,
  linspace,
  range,
  constant,
  convertToTensor,
  variable,
  random('random.normal', ['random_normal'], { mean: float(0), stddev: float(1) }),
  random('random.truncated_normal', ['truncated_normal'], { mean: float(0), stddev: float(1) }),
  random('random.uniform', ['random_uniform'], { minval: int(0), maxval: NONE }),
  gamma,
  poisson,
  categorical,
];
