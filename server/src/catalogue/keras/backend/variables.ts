/** Variables, placeholders, and facts about tensors (`K.variable`, `K.ndim`, `K.get_value`). */
import { type Dimension, dynamic, isKnown, product, surelyDiffer } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { formatShape, hasRank, type Shape } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { bool, int, ListValue, NONE, str, type Value } from '../../../values/value';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { fillable } from '../../ops/making/tensors';
import { operandOf } from '../../ops/operand';
import { type OpParam, optionalSize, shape, size } from '../../ops/params';
import { anything, flag, sequenceItems } from '../../params';
import { tensorflowOp } from '../../tensorflow/ops/define';
import { dtype } from '../../tensorflow/ops/dtypes';
import { valuesOf } from '../../tensorflow/ops/tensor';
import { settingsOf } from '../settings';

import { any } from './shared';

function variableOf(name: string): OpDefinition {
  return tensorflowOp({
    name,
    nameless: true,
    summary: name === 'zeros' ? 'A variable of zeros.' : 'A variable of ones.',
    params: { shape: shape({ single: true }), dtype: dtype(), name: other() },
    output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? question.floatx),
  });
}

const eye = tensorflowOp({
  name: 'eye',
  nameless: true,
  summary: 'A square matrix with ones on its diagonal.',
  params: { size: size(), dtype: dtype(), name: other() },
  output: ({ args: { size: side, dtype }, floatx }) => tensorOf([side, side], dtype ?? floatx),
});

const variable = tensorflowOp({
  name: 'variable',
  nameless: true,
  summary: 'A variable with an initial value.',
  params: { value: any(), dtype: dtype(), name: other(), constraint: other() },
  output: () => [],
  evaluate: ({ args: { value, dtype }, floatx }) =>
    new TensorValue({ library: 'variable', symbolic: false, shape: value.anyShape, dtype: dtype ?? floatx }),
});

const ndim = tensorflowOp({
  name: 'ndim',
  nameless: true,
  summary: 'The number of axes.',
  sparse: 'taken',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x } }) => int(x.rank),
});

const typeName = tensorflowOp({
  name: 'dtype',
  nameless: true,
  summary: 'The name of the element type.',
  sparse: 'taken',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x }, context }) =>
    x.dtype === '?' ? context.unknown('the element type is not known') : str(x.dtype),
});

const countParams = tensorflowOp({
  name: 'count_params',
  nameless: true,
  summary: 'The number of elements.',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x }, context }) => {
    const count = product(x.shape);
    return isKnown(count) ? int(count) : context.unknown('the number of elements is not known');
  },
});

const isSparse = tensorflowOp({
  name: 'is_sparse',
  nameless: true,
  summary: 'Whether a tensor is sparse.',
  sparse: 'taken',
  params: { tensor: any() },
  output: () => [],
  evaluate: ({ args: { tensor }, context }) => {
    const { tensor: own } = tensor;
    if (own?.sparse) return bool(true);
    const maySo = own?.symbolic !== false && settingsOf(context).sparseInputs.value;
    return maySo ? context.unknown('whether a tensor is sparse is not followed') : bool(false);
  },
});

/** The values of an eager tensor, as an array. */
function arrayOf(value: Value, context: Context): Value {
  return value.kind === 'tensor' && !value.symbolic
    ? valuesOf(value, context)
    : context.unknown('the values of a tensor are not known before a run');
}

const valueOfTensor = (name: string): OpDefinition =>
  tensorflowOp({
    name,
    nameless: true,
    summary: 'The values of a tensor, as an array.',
    params: { x: any() },
    output: () => [],
    evaluate: ({ args: { x }, context }) => arrayOf(x.tensor ?? NONE, context),
  });

const getValues = tensorflowOp({
  name: 'batch_get_value',
  nameless: true,
  summary: 'The values of several tensors, as arrays.',
  params: { tensors: anything(null) },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { tensors }, context }) => {
    const all = sequenceItems(tensors);
    if (!all) return context.unknown('which tensors are read is not known');
    return new ListValue(all.map((one) => arrayOf(one, context)));
  },
});

/** A variable keeps its shape: other values do not fit. */
function checkValues(variable: Value, values: Value, callee: string): void {
  const [own, given] = [operandOf(variable)?.anyShape, operandOf(values)?.anyShape];
  if (!own || !given || !hasRank(own) || !hasRank(given)) return;
  if (own.length === given.length && !own.some((size, i) => surelyDiffer(size, given[i] as Dimension))) return;
  refuse(
    'incompatible-shapes',
    `${callee} gives values of the shape ${formatShape(given)} to a variable of ${formatShape(own)}`,
    { facts: { shapes: [own, given] } },
  );
}

const setValue = tensorflowOp({
  name: 'set_value',
  nameless: true,
  summary: 'Other values for a variable.',
  params: { x: anything(null), value: anything(null) },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { x, value }, callee }) => {
    checkValues(x, value, callee);
    return NONE;
  },
});

const setValues = tensorflowOp({
  name: 'batch_set_value',
  nameless: true,
  summary: 'Other values for several variables.',
  params: { tuples: anything(null) },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { tuples }, callee }) => {
    for (const pair of sequenceItems(tuples) ?? []) {
      const [variable, values] = sequenceItems(pair) ?? [];
      if (variable && values) checkValues(variable, values, callee);
    }
    return NONE;
  },
});

function randomVariable(name: string, first: string, second: string): OpDefinition {
  return tensorflowOp({
    name,
    nameless: true,
    summary: 'A variable with random values.',
    params: {
      shape: shape({ single: true }),
      [first]: other(null),
      [second]: other(null),
      dtype: dtype(),
      name: other(),
      seed: other(),
    } as { readonly shape: OpParam<readonly Dimension[]>; readonly dtype: OpParam<DType | null> },
    output: () => [],
    evaluate: ({ args: { shape: sizes, dtype: type }, floatx }) =>
      new TensorValue({ library: 'variable', symbolic: false, shape: sizes, dtype: type ?? floatx }),
  });
}

/** Arrays and lists become arrays, tensors stay tensors. */
const castToFloatx = tensorflowOp({
  name: 'cast_to_floatx',
  nameless: true,
  summary: 'The same in the default float type.',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x }, floatx, mode }) => {
    const library = x.tensor && x.tensor.library !== 'numpy' ? 'tensorflow' : 'numpy';
    const symbolic = library === 'tensorflow' && mode !== 'eager';
    return new TensorValue({ library, symbolic, shape: x.anyShape, dtype: floatx });
  },
});

const toDense = tensorflowOp({
  name: 'to_dense',
  nameless: true,
  summary: 'A sparse tensor as one that holds all its elements.',
  sparse: 'taken',
  params: { tensor: any() },
  output: ({ args: { tensor } }) => tensorOf(tensor.shape, tensor.dtype),
});

/** `K.placeholder`: a symbolic tensor. */
const placeholder = tensorflowOp({
  name: 'placeholder',
  nameless: true,
  summary: 'A symbolic tensor.',
  params: {
    shape: anything(NONE),
    ndim: optionalSize(),
    dtype: dtype(),
    sparse: flag(false),
    name: other(),
    ragged: other(),
  },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { shape: given, ndim: rank, dtype, sparse }, floatx, context }) => {
    const none = given.kind === 'None';
    if (none && (rank === null || !isKnown(rank))) return context.unknown('the rank of the placeholder is not known');
    const read = none ? null : shape().read(given, { callee: 'placeholder', parameter: 'shape' } as never);
    const found: Shape = none
      ? Array.from({ length: Number(rank) }, () => dynamic())
      : read && 'value' in read
        ? read.value
        : [];
    return new TensorValue({ library: 'keras', symbolic: true, shape: found, dtype: dtype ?? floatx, sparse });
  },
});

export const backendVariables: readonly OpDefinition[] = [
  variableOf('zeros'),
  variableOf('ones'),
  eye,
  variable,
  ndim,
  typeName,
  countParams,
  isSparse,
  valueOfTensor('get_value'),
  valueOfTensor('eval'),
  getValues,
  setValue,
  setValues,
  randomVariable('random_normal_variable', 'mean', 'scale'),
  randomVariable('random_uniform_variable', 'low', 'high'),
  castToFloatx,
  toDense,
  placeholder,
];
