/** Functions of each element, and of the elements of two tensors that broadcast. */
import { explainBroadcast } from '../../../shapes/broadcast';
import { add, type Dimension, dynamic, floorDivide, isKnown, multiply, subtract } from '../../../shapes/dimension';
import { type DType, isInteger } from '../../../shapes/dtype';
import { mergedShape } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcast, broadcastAll } from '../../../shapes/products';
import { formatShape, hasRank } from '../../../shapes/shape';
import { float, NONE, type Value } from '../../../values/value';
import { type OpDefinition, type OpQuestion, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { elementsOf, NotKnown, type Operand } from '../../ops/operand';
import { type OpParam, tensor, tensorOrNumber, tensors } from '../../ops/params';
import { sharedType, tensorflowOp } from './define';
import { dtype, requiredDType } from './dtypes';

/** `abs acos`: the same under `tf.` and `tf.math.`. */
const IN_MATH =
  'abs acos acosh asin asinh atan atanh ceil conj cos cosh exp expm1 floor log log1p negative reciprocal rint round rsqrt sigmoid sign sin sinh sqrt square tan tanh erf erfc erfinv lgamma digamma log_sigmoid softplus softsign reciprocal_no_nan bessel_i0 bessel_i0e bessel_i1 bessel_i1e ndtri';
const ALSO_AT_ROOT: ReadonlySet<string> = new Set(
  'abs acos acosh asin asinh atan atanh cos cosh exp floor negative round sigmoid sign sin sinh sqrt square tan tanh'.split(
    ' ',
  ),
);
/** Those that are in `tf.nn` too, or there alone. */
const IN_NN: ReadonlySet<string> = new Set(['softplus', 'softsign', 'sigmoid', 'tanh', 'log_sigmoid']);

/** Absolute values and parts of complex numbers are floats. */
const realType = (type: DType): DType => (type === 'complex64' ? 'float32' : type === 'complex128' ? 'float64' : type);
const same = (type: DType): DType => type;
const boolean = (): DType => 'bool';

interface Unary {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly tensor?: string;
  readonly type?: (type: DType) => DType;
  readonly more?: Readonly<Record<string, OpParam<unknown>>>;
  readonly check?: (type: DType, callee: string) => void;
}

function unary({ name, aliases = [], tensor: first = 'x', type = same, more = {}, check }: Unary): OpDefinition {
  return tensorflowOp({
    name,
    aliases,
    summary: `\`tf.${name}\` of each element.`,
    params: { [first]: tensorOrNumber({ lists: true }), ...more } as Readonly<Record<string, OpParam<unknown>>>,
    output: ({ args, callee }) => {
      const x = args[first] as Operand;
      check?.(x.dtype, callee);
      return tensorOf(x.anyShape, type(x.dtype));
    },
  });
}

function nested(name: string): Unary {
  const aliases = [...(ALSO_AT_ROOT.has(name) ? [name] : []), ...(IN_NN.has(name) ? [`nn.${name}`] : [])];
  const isOfFeatures = name === 'softplus' || name === 'softsign';
  return {
    name: `math.${name}`,
    aliases,
    tensor: isOfFeatures ? 'features' : 'x',
    type: name === 'abs' ? realType : same,
  };
}

const options = (values: Readonly<Record<string, Value | null>>): Readonly<Record<string, OpParam<unknown>>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, other(value)]));

const unaries: readonly Unary[] = [
  ...IN_MATH.split(' ').map(nested),
  ...['real', 'imag', 'angle'].map((name): Unary => ({ name: `math.${name}`, tensor: 'input', type: realType })),
  ...['is_nan', 'is_inf', 'is_finite'].map((name): Unary => ({ name: `math.${name}`, type: boolean })),
  {
    name: 'math.logical_not',
    aliases: ['logical_not'],
    type: boolean,
    check: (type, callee) => {
      if (type === 'bool' || type === '?') return;
      refuse('incompatible-dtypes', `${callee} takes bools, not ${type}`, { exception: 'TypeError' });
    },
  },
  ...['relu', 'relu6', 'elu', 'selu'].map((name): Unary => ({ name: `nn.${name}`, tensor: 'features' })),
  { name: 'nn.silu', aliases: ['nn.swish'], tensor: 'features', more: options({ beta: float(1) }) },
  { name: 'nn.gelu', tensor: 'features', more: options({ approximate: { kind: 'bool', value: false } }) },
  { name: 'nn.leaky_relu', tensor: 'features', more: options({ alpha: float(0.2) }) },
  { name: 'identity', tensor: 'input' },
  { name: 'stop_gradient', tensor: 'input' },
  { name: 'random.shuffle', tensor: 'value', more: options({ seed: NONE }) },
  { name: 'nn.dropout', tensor: 'x', more: options({ rate: null, noise_shape: NONE, seed: NONE }) },
  { name: 'debugging.check_numerics', tensor: 'tensor', more: options({ message: null }) },
];

function likes(name: string): OpDefinition {
  return tensorflowOp({
    name,
    summary: name === 'zeros_like' ? 'Zeros in the shape of another tensor.' : 'Ones in the shape of another tensor.',
    nameless: true,
    params: { input: tensorOrNumber({ lists: true }), dtype: dtype(), name: other(), layout: other() },
    output: ({ args: { input, dtype } }) => tensorOf(input.anyShape, dtype ?? input.dtype),
  });
}

/** `tf.scalar_mul`: the first must have no axes; the other keeps its shape. */
const scalarMultiply = tensorflowOp({
  name: 'math.scalar_mul',
  aliases: ['scalar_mul'],
  summary: 'A tensor times a number.',
  params: { scalar: tensorOrNumber(), x: tensorOrNumber({ lists: true }) },
  output: ({ args: { scalar, x } }) => {
    if (hasRank(scalar.anyShape) && scalar.anyShape.length > 0) {
      refuse('wrong-rank', `the scalar has the shape ${formatShape(scalar.anyShape)}, and must have no axes`, {
        parameter: 'scalar',
      });
    }
    return tensorOf(x.anyShape, x.dtype);
  },
});

// ---------------------------------------------------------------- two tensors

type PairType = (type: DType) => DType;

/** Quotients of ints are floats: of small ints float32, of others float64. */
export const quotientType: PairType = (type) => {
  if (!isInteger(type)) return type;
  return /^u?int(8|16)$/.test(type) ? 'float32' : 'float64';
};

interface Binary {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly type?: PairType;
  /** Takes bools only. */
  readonly logical?: boolean;
  /** Takes bools too. */
  readonly bools?: boolean;
  /** On sizes, so that `tf.shape(x)[1] * 2` stays one. */
  readonly sizes?: (a: Dimension, b: Dimension) => Dimension;
  /** On numbers, which may decide a branch. */
  readonly compares?: (a: number, b: number) => boolean;
}

const binaries: readonly Binary[] = [
  { name: 'math.add', aliases: ['add'], sizes: add },
  { name: 'math.subtract', aliases: ['subtract'], sizes: subtract },
  { name: 'math.multiply', aliases: ['multiply'], sizes: multiply },
  { name: 'math.divide', aliases: ['divide'], type: quotientType },
  { name: 'math.truediv', aliases: ['truediv'], type: quotientType },
  { name: 'math.divide_no_nan', type: quotientType },
  { name: 'math.multiply_no_nan' },
  { name: 'math.floordiv', aliases: ['math.floor_div'], sizes: (a, b) => (b === 0 ? 0 : floorDivide(a, b)) },
  { name: 'math.floormod', aliases: ['math.mod'] },
  { name: 'math.maximum', aliases: ['maximum'], sizes: larger },
  { name: 'math.minimum', aliases: ['minimum'], sizes: smaller },
  { name: 'math.pow', aliases: ['pow'] },
  { name: 'math.atan2', aliases: ['atan2'] },
  { name: 'math.squared_difference' },
  { name: 'math.xdivy' },
  { name: 'math.xlogy' },
  { name: 'math.greater', aliases: ['greater'], type: boolean, compares: (a, b) => a > b },
  { name: 'math.greater_equal', aliases: ['greater_equal'], type: boolean, compares: (a, b) => a >= b },
  { name: 'math.less', aliases: ['less'], type: boolean, compares: (a, b) => a < b },
  { name: 'math.less_equal', aliases: ['less_equal'], type: boolean, compares: (a, b) => a <= b },
  { name: 'math.equal', aliases: ['equal'], type: boolean, bools: true, compares: (a, b) => a === b },
  { name: 'math.not_equal', aliases: ['not_equal'], type: boolean, bools: true, compares: (a, b) => a !== b },
  { name: 'math.logical_and', aliases: ['logical_and'], logical: true },
  { name: 'math.logical_or', aliases: ['logical_or'], logical: true },
  { name: 'math.logical_xor', logical: true },
  { name: 'bitwise.bitwise_and' },
  { name: 'bitwise.bitwise_or' },
  { name: 'bitwise.bitwise_xor' },
];

function larger(a: Dimension, b: Dimension): Dimension {
  return isKnown(a) && isKnown(b) ? Math.max(a, b) : dynamic();
}

function smaller(a: Dimension, b: Dimension): Dimension {
  return isKnown(a) && isKnown(b) ? Math.min(a, b) : dynamic();
}

/** The elements of two small tensors of ints together, one of which may be a scalar; null where they are not known. */
function together(
  x: Operand,
  y: Operand,
  rule: (a: Dimension, b: Dimension) => Dimension,
): readonly Dimension[] | null {
  const [left, right] = [sizeElements(x), sizeElements(y)];
  if (!left || !right || (left.length !== right.length && left.length !== 1 && right.length !== 1)) return null;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    rule((left.length === 1 ? left[0] : left[i]) as Dimension, (right.length === 1 ? right[0] : right[i]) as Dimension),
  );
}

function sizeElements(operand: Operand): readonly Dimension[] | null {
  if (!/^u?int/.test(operand.dtype)) return null;
  const found = elementsOf(operand);
  return found?.every((one): one is Dimension => typeof one === 'number' || typeof one === 'object') ? found : null;
}

type Pair = OpQuestion<{ readonly x: Operand; readonly y: Operand }>;

/** What a comparison of two single numbers gives, ints or float32; null where they are not known. */
function compared(x: Operand, y: Operand, rule: (a: number, b: number) => boolean): readonly boolean[] | null {
  const [left, right] = [singleNumber(x), singleNumber(y)];
  if (left === null || right === null) return null;
  const inFloats = x.dtype === 'float32' || y.dtype === 'float32';
  return [inFloats ? rule(Math.fround(left), Math.fround(right)) : rule(left, right)];
}

function singleNumber(operand: Operand): number | null {
  if (!hasRank(operand.anyShape) || operand.anyShape.length > 0) return null;
  if (operand.dtype !== 'float32' && !/^u?int/.test(operand.dtype)) return null;
  const [only] = elementsOf(operand, true) ?? [];
  return typeof only === 'number' && Number.isFinite(only) ? only : null;
}

function elementsBy({ sizes, compares }: Binary) {
  if (sizes) return ({ args: { x, y } }: Pair) => together(x, y, sizes);
  return compares && (({ args: { x, y } }: Pair) => compared(x, y, compares));
}

function binary(kind: Binary): OpDefinition {
  const { name, aliases = [], type = same, logical = false, bools = logical } = kind;
  const elements = elementsBy(kind);
  return tensorflowOp({
    name,
    aliases,
    summary: `\`tf.${name}\` of two tensors, element by element.`,
    params: { x: tensorOrNumber({ lists: true }), y: tensorOrNumber({ lists: true }) },
    output: ({ args: { x, y }, callee }) => {
      const shared = sharedType([x, y], callee);
      if (!bools && shared === 'bool') {
        // Where TensorFlow does not divide, numpy does.
        if (type === quotientType && [x, y].some(({ value }) => value.kind === 'tensor' && value.library === 'numpy')) {
          throw new NotKnown({ text: 'whether TensorFlow or numpy computes it is not followed' });
        }
        refuse('incompatible-dtypes', `${callee} takes numbers, not bools`, { exception: 'TypeError' });
      }
      if (logical && shared !== 'bool' && shared !== '?') {
        refuse('incompatible-dtypes', `${callee} takes bools, not ${shared}`, { exception: 'TypeError' });
      }
      return tensorOf(broadcast(x.shape, y.shape), type(shared));
    },
    explain: ({ args: { x, y } }) => explainBroadcast(x.shape, y.shape, broadcast(x.shape, y.shape)),
    ...(elements ? { elements } : {}),
  });
}

const addN = tensorflowOp({
  name: 'math.add_n',
  aliases: ['add_n'],
  summary: 'The sum of tensors of one shape.',
  params: { inputs: tensors() },
  output: ({ args: { inputs }, callee }) => {
    const [first, ...rest] = inputs.map((one) => one.shape);
    if (!first) return refuse('invalid-argument', `${callee} needs a tensor`, { parameter: 'inputs' });
    return tensorOf(
      rest.reduce((all, shape) => mergedShape(all, shape, null), first),
      sharedType(inputs, callee),
    );
  },
});

const accumulateN = tensorflowOp({
  ...addN,
  name: 'math.accumulate_n',
  aliases: [],
  nameless: true,
  params: { inputs: tensors(), shape: other(), tensor_dtype: other(), name: other() },
});

const clipByValue = tensorflowOp({
  name: 'clip_by_value',
  summary: 'Elements held between two bounds.',
  params: {
    t: tensorOrNumber({ lists: true }),
    clip_value_min: tensorOrNumber({ lists: true }),
    clip_value_max: tensorOrNumber({ lists: true }),
  },
  output: ({ args: { t, clip_value_min: low, clip_value_max: high }, callee }) => {
    broadcastAll([t.shape, low.shape, high.shape]);
    return tensorOf(t.shape, sharedType([t, low, high], callee));
  },
});

const clipByNorm = tensorflowOp({
  name: 'clip_by_norm',
  summary: 'A tensor scaled down to a length, along axes or as a whole.',
  params: { t: tensorOrNumber({ lists: true }), clip_norm: other(), axes: other() },
  output: ({ args: { t } }) => tensorOf(t.shape, t.dtype),
});

/** `polyval`: the first coefficient by itself, `p = c + p * x` for each of the others. */
const polyval = tensorflowOp({
  name: 'math.polyval',
  summary: 'The values of a polynomial, by its coefficients from the highest power down.',
  params: { coeffs: tensors(), x: tensorOrNumber({ lists: true }) },
  output: ({ args: { coeffs, x }, callee }) => {
    const [first, ...rest] = coeffs;
    if (!first) return tensorOf(x.shape, x.dtype);
    const type = sharedType([...coeffs, x], callee);
    const shapes = coeffs.map(({ shape }) => shape);
    return tensorOf(rest.length === 0 ? first.shape : broadcastAll([x.shape, ...shapes]), type);
  },
});

const cast = tensorflowOp({
  name: 'cast',
  summary: 'The tensor with another element type.',
  params: { x: tensorOrNumber({ lists: true }), dtype: requiredDType() },
  sparse: 'kept',
  output: ({ args: { x, dtype } }) => tensorOf(x.anyShape, dtype ?? '?'),
  elements: ({ args: { x, dtype } }) => (dtype?.includes('int') ? elementsOf(x) : null),
});

const saturateCast = tensorflowOp({
  name: 'dtypes.saturate_cast',
  summary: 'Another element type, values held within its range.',
  params: { value: tensorOrNumber({ lists: true }), dtype: requiredDType() },
  output: ({ args: { value, dtype } }) => tensorOf(value.anyShape, dtype ?? '?'),
});

const complex = tensorflowOp({
  name: 'dtypes.complex',
  aliases: ['complex'],
  summary: 'Complex numbers from two parts.',
  params: { real: tensor(), imag: tensor() },
  output: ({ args: { real, imag } }) =>
    tensorOf(broadcast(real.shape, imag.shape), real.dtype === 'float64' ? 'complex128' : 'complex64'),
});

export const elementwise: readonly OpDefinition[] = [
  ...unaries.map(unary),
  ...binaries.map(binary),
  likes('zeros_like'),
  likes('ones_like'),
  addN,
  accumulateN,
  clipByNorm,
  clipByValue,
  scalarMultiply,
  polyval,
  cast,
  saturateCast,
  complex,
];
