/** Facts of tensors, and conversions of their element types. */
import { type Dimension, isDynamic, isKnown, product } from '../../../shapes/dimension';
import { bytesOf, isInteger } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { hasRank } from '../../../shapes/shape';
import { TensorValue } from '../../../values/tensor';
import { bool, dimensionValue, str, tuple, unknown, type Value } from '../../../values/value';
import { anything } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { dtype, requiredDType, tensor, tensorOrNumber } from '../params';

function casting(name: string, operation: string, summary: string): OpDefinition {
  return defineOp({
    name,
    module: 'core',
    operation,
    summary,
    params: { x: tensor(), dtype: requiredDType() },
    symbolicBy: ['x'],
    output: ({ args: { x, dtype }, floatx }) => tensorOf(x.anyShape, dtype ?? floatx),
    elements: ({ args: { x, dtype } }) => (x.tensor?.data && (dtype ?? '').includes('int') ? x.tensor.data : null),
  });
}

const view = defineOp({
  name: 'view',
  module: 'numpy',
  operation: 'View',
  summary: 'The same bytes read as another element type.',
  params: { x: tensor(), dtype: dtype() },
  symbolicBy: ['x'],
  output: ({ args: { x, dtype } }) => {
    const to = dtype ?? x.dtype;
    const [before, after] = [bytesOf(x.dtype), bytesOf(to)];
    if (before === undefined || after === undefined) return tensorOf(x.anyShape, to);
    if (before === after) return tensorOf(x.anyShape, to);
    const last = x.shape.at(-1);
    if (last === undefined) {
      return refuse('wrong-rank', `a scalar of ${x.dtype} cannot be read as ${to}`, { parameter: 'dtype' });
    }
    if (!isKnown(last)) return tensorOf(x.shape, to);
    if ((last * before) % after !== 0) {
      refuse('incompatible-shapes', `${last} elements of ${before} bytes do not make whole elements of ${after}`, {
        parameter: 'dtype',
      });
    }
    return tensorOf([...x.shape.slice(0, -1), (last * before) / after], to);
  },
});

const clip = defineOp({
  name: 'clip',
  module: 'numpy',
  operation: 'Clip',
  summary: 'Elements held between two bounds.',
  params: { x: tensor(), x_min: anything(null), x_max: anything(null) },
  symbolicBy: ['x'],
  output: ({ args: { x, x_min: low, x_max: high }, callee, mode }) => {
    const type = x.dtype === 'bool' ? 'int32' : x.dtype;
    // TensorFlow makes no whole numbers of floats, not even of `1.0`; of a Keras tensor nothing is made yet.
    const isFloat = [low, high].some(({ kind }) => kind === 'float');
    if (mode !== 'symbolic' && isFloat && isInteger(type)) {
      refuse('incompatible-dtypes', `${callee} takes no float as a bound of ${type}`, { exception: 'TypeError' });
    }
    return tensorOf(x.anyShape, type);
  },
});

/** `ops.shape`: a tuple of ints, and None where a Keras tensor has it; a scalar tensor where TensorFlow traces. */
const shape = defineOp({
  name: 'shape',
  module: 'core',
  operation: null,
  summary: 'The shape of a tensor.',
  params: { x: tensorOrNumber({ lists: true }) },
  output: () => [],
  evaluate: ({ args: { x }, mode }) => {
    const found = x.anyShape;
    if (!hasRank(found)) return unknown(found.reason);
    return tuple(found.map((size) => (mode === 'graph' && isDynamic(size) ? sizeTensor(size) : dimensionValue(size))));
  },
});

/** A size that a run tells, as TensorFlow hands it on: an int32 scalar. */
export function sizeTensor(size: Dimension): Value {
  return new TensorValue({ library: 'tensorflow', symbolic: true, shape: [], dtype: 'int32', data: [size] });
}

const size = defineOp({
  name: 'size',
  module: 'numpy',
  operation: 'Size',
  summary: 'The number of elements.',
  params: { x: tensor() },
  output: () => tensorOf([], 'int32'),
  elements: ({ args: { x } }) => {
    const count = product(x.shape);
    return isKnown(count) || isDynamic(count) ? [count] : null;
  },
});

const ndim = defineOp({
  name: 'ndim',
  module: 'numpy',
  operation: 'Ndim',
  summary: 'The number of axes.',
  params: { x: tensor() },
  // The symbolic rule mistakes the number for a shape.
  output: ({ args: { x } }) => tensorOf([x.rank], 'float32'),
  run: () => tensorOf([], 'int32'),
  elements: ({ args: { x } }) => [x.rank],
});

const typeName = defineOp({
  name: 'dtype',
  module: 'core',
  operation: null,
  summary: 'The name of the element type.',
  params: { x: tensor() },
  output: () => [],
  evaluate: ({ args: { x } }) => (x.dtype === '?' ? unknown({ text: 'the element type is not known' }) : str(x.dtype)),
});

const isTensor = defineOp({
  name: 'is_tensor',
  module: 'core',
  operation: null,
  summary: 'Whether something is a tensor of the backend.',
  params: { x: anything(null) },
  output: () => [],
  evaluate: ({ args: { x } }) => {
    if (x.kind === 'unknown') return x;
    return bool(x.kind === 'tensor' && (x.library === 'tensorflow' || x.library === 'variable'));
  },
});

const toNumpy = defineOp({
  name: 'convert_to_numpy',
  module: 'core',
  operation: null,
  summary: 'A numpy array of the data of a tensor.',
  params: { x: tensorOrNumber({ lists: true }) },
  output: () => [],
  evaluate: ({ args: { x }, mode, context, callee }) => {
    if (mode === 'symbolic') {
      const failed = {
        code: 'invalid-input',
        exception: 'ValueError',
        phase: 'call' as const,
        message: `${callee} needs values, and a Keras tensor has none`,
      };
      return context.refuse(failed, context.unknown('a Keras tensor has no values'));
    }
    const { shape: found, dtype: type } = { shape: x.anyShape, dtype: x.dtype };
    return new TensorValue({
      library: 'numpy',
      symbolic: false,
      shape: found,
      dtype: type,
      data: x.tensor?.data ?? null,
    });
  },
});

export const tensorFacts: readonly OpDefinition[] = [
  casting('cast', 'Cast', 'The tensor with another element type.'),
  casting('saturate_cast', 'SaturateCast', 'Another element type, values held within its range.'),
  view,
  clip,
  shape,
  size,
  ndim,
  typeName,
  isTensor,
  toNumpy,
];
