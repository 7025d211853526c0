/** `tf.sparse`: tensors of which only the elements that are not zero are kept. */
import { axisOf } from '../../../shapes/axes';
import { type Dimension, dynamic, isDynamic, surelyDiffer, unknownDimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { reducedShape } from '../../../shapes/reduction';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../shapes/shape';
import { args as callWith } from '../../../values/arguments';
import { TensorValue } from '../../../values/tensor';
import { unknown } from '../../../values/value';
import type { OutputTensor } from '../../define-layer';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { NotKnown, type Operand } from '../../ops/operand';
import { axes, optionalSize, size, tensorOrNumber } from '../../ops/params';
import { anything, flag } from '../../params';
import { sparseValues, toldByTensor } from '../sparse-tensor';
import { tensorflowOp } from './define';
import { dtype } from './dtypes';

const any = () => tensorOrNumber({ lists: true });

function needSparse(x: Operand, parameter: string, callee: string): void {
  if (x.tensor?.sparse) return;
  const { value } = x;
  if (value.kind === 'unknown' || value.kind === 'instance' || !hasRank(x.anyShape)) {
    throw new NotKnown({ text: `\`${parameter}\` of ${callee} may not be sparse` });
  }
  refuse('invalid-input', `\`${parameter}\` of ${callee} must be a sparse tensor`, {
    exception: 'TypeError',
    parameter,
  });
}

function sparseOf(shape: Shape, type: OutputTensor['dtype']): OutputTensor {
  return { shape, dtype: type, sparse: true };
}

/** Functions of one sparse tensor whose shape stays. */
function staying(name: string, summary: string, more: readonly string[] = []): OpDefinition {
  return tensorflowOp({
    name: `sparse.${name}`,
    summary,
    params: { sp_input: any(), ...Object.fromEntries(more.map((one) => [one, other()])) } as never,
    sparse: 'taken',
    output: ({ args, callee, mode }) => {
      const { sp_input: x } = args as { readonly sp_input: Operand };
      needSparse(x, 'sp_input', callee);
      return sparseOf(toldByTensor(x.shape, mode !== 'eager'), x.dtype);
    },
  });
}

const matmul = tensorflowOp({
  name: 'sparse.sparse_dense_matmul',
  aliases: ['sparse.matmul'],
  summary: 'Product of a sparse and a dense matrix.',
  params: { sp_a: any(), b: any(), adjoint_a: flag(false), adjoint_b: flag(false) },
  sparse: 'taken',
  output: ({ args: { sp_a: a, b, adjoint_a, adjoint_b }, mode }) => {
    if (a.rank !== 2 || b.rank !== 2) throw new NotKnown({ text: 'products of other than matrices are not followed' });
    if (!a.tensor?.sparse && !b.tensor?.sparse) throw new NotKnown({ text: 'none of the two may be sparse' });
    const [left, right] = [toldByTensor(a.shape, a.tensor?.sparse ? mode !== 'eager' : false), b.shape];
    const own = b.tensor?.sparse ? toldByTensor(right, mode !== 'eager') : right;
    const [rows, inner] = adjoint_a ? [left[1], left[0]] : [left[0], left[1]];
    const [other_, columns] = adjoint_b ? [own[1], own[0]] : [own[0], own[1]];
    if (mode === 'eager' && surelyDiffer(inner as Dimension, other_ as Dimension)) {
      refuse('incompatible-shapes', `${formatShape(a.shape)} and ${formatShape(b.shape)} cannot be multiplied`, {
        exception: 'InvalidArgumentError',
        facts: { shapes: [a.shape, b.shape] },
      });
    }
    return tensorOf([rows as Dimension, columns as Dimension], a.dtype);
  },
});

const toDense = tensorflowOp({
  name: 'sparse.to_dense',
  summary: 'The tensor with its zeros.',
  params: { sp_input: any(), default_value: other(), validate_indices: other() },
  sparse: 'taken',
  output: ({ args: { sp_input: x }, callee, mode }) => {
    needSparse(x, 'sp_input', callee);
    return tensorOf(toldByTensor(x.shape, mode !== 'eager'), x.dtype);
  },
});

const fromDense = tensorflowOp({
  name: 'sparse.from_dense',
  summary: 'What is not zero, as a sparse tensor.',
  params: { tensor: any() },
  output: ({ args: { tensor: x }, mode }) => sparseOf(toldByTensor(x.shape, mode !== 'eager'), x.dtype),
});

const transpose = tensorflowOp({
  name: 'sparse.transpose',
  summary: 'The axes in another order; backwards where none is given.',
  params: { sp_input: any(), perm: axes() },
  sparse: 'taken',
  output: ({ args: { sp_input: x, perm }, callee, mode }) => {
    needSparse(x, 'sp_input', callee);
    const order = perm === null ? [...x.shape.keys()].reverse() : perm.map((axis) => axisOf(axis, x.rank));
    if (order.length !== x.rank) throw new NotKnown({ text: '`perm` names other axes than there are' });
    return sparseOf(
      toldByTensor(
        order.map((axis) => x.shape[axis] as Dimension),
        mode !== 'eager',
      ),
      x.dtype,
    );
  },
});

const add = tensorflowOp({
  name: 'sparse.add',
  summary: 'The sum: sparse where both are.',
  params: { a: any(), b: any(), threshold: other() },
  sparse: 'taken',
  output: ({ args: { a, b } }) => {
    const both = a.tensor?.sparse === true && b.tensor?.sparse === true;
    if (!both && !a.tensor?.sparse && !b.tensor?.sparse) throw new NotKnown({ text: 'none of the two may be sparse' });
    if (a.rank !== b.rank) throw new NotKnown({ text: 'sums of sparse tensors of different ranks are not followed' });
    const shape = a.shape.map((one, i) => {
      const two = b.shape[i] as Dimension;
      if (isDynamic(one) && isDynamic(two)) return dynamic();
      return one === two ? one : unknownDimension({ text: 'sizes of sums of sparse tensors are not followed' });
    });
    return both ? sparseOf(shape, a.dtype) : tensorOf(shape, a.dtype);
  },
});

const eye = tensorflowOp({
  name: 'sparse.eye',
  summary: 'A sparse matrix with ones on its diagonal.',
  params: { num_rows: size(), num_columns: optionalSize(), dtype: dtype({ kind: 'str', value: 'float32' }) },
  output: ({ args: { num_rows: rows, num_columns: columns, dtype: type }, mode }) =>
    sparseOf(toldByTensor([rows, columns ?? rows], mode !== 'eager'), type ?? 'float32'),
});

/** `sparse_reduce_sum` has no shape in a graph. */
const reduceSum = (name: string): OpDefinition =>
  tensorflowOp({
    name: `sparse.${name}`,
    summary: 'Sums or extremes along some axes, dense.',
    params: { sp_input: any(), axis: axes(), keepdims: flag(false), output_is_sparse: flag(false) },
    sparse: 'taken',
    output: ({ args: { sp_input: x, axis, keepdims, output_is_sparse }, callee, mode }) => {
      needSparse(x, 'sp_input', callee);
      const at = axis === null ? null : [...new Set(axis.map((one) => axisOf(one, x.rank)))];
      const shape =
        mode === 'eager'
          ? reducedShape(x.shape, at, keepdims)
          : unknownShape({ text: `a graph does not know the shape of what ${callee} gives` });
      return output_is_sparse ? sparseOf(shape, x.dtype) : tensorOf(shape, x.dtype);
    },
  });

/** A function of the values alone: the others stay zero. */
const mapValues = tensorflowOp({
  name: 'sparse.map_values',
  nameless: true,
  summary: 'A function of the elements that are not zero.',
  params: {
    op: anything(null),
    args: { ...anything(), kind: 'var-positional' },
    kwargs: { ...anything(), kind: 'var-keyword' },
  },
  symbolicBy: [],
  sparse: 'taken',
  output: () => [],
  evaluate: ({ args: { op }, given, context }) => {
    if (given.uncertain) return unknown(given.uncertain);
    const all = [...given.positional.slice(1), ...given.keywords.values()];
    const first = all.find((value): value is TensorValue => value.kind === 'tensor' && value.sparse);
    if (!first || all.some((value) => value.kind === 'unknown')) {
      return context.unknown('which of the arguments are sparse is not known');
    }
    const inner = callWith(
      given.positional.slice(1).map((value) => (value.kind === 'tensor' && value.sparse ? sparseValues(value) : value)),
      [...given.keywords].map(([key, value]) => [
        key,
        value.kind === 'tensor' && value.sparse ? sparseValues(value) : value,
      ]),
    );
    const made = context.call(op, inner);
    if (made.kind !== 'tensor') return context.unknown('what the function gives is not known');
    const { library, symbolic, shape } = first;
    return new TensorValue({ library, symbolic, shape, dtype: made.dtype, sparse: true });
  },
});

export const sparse: readonly OpDefinition[] = [
  matmul,
  toDense,
  fromDense,
  transpose,
  add,
  eye,
  reduceSum('reduce_sum'),
  reduceSum('reduce_max'),
  mapValues,
  staying('reorder', 'The elements in the order of their places.'),
  staying('retain', 'Some of the elements.', ['to_retain']),
  staying('softmax', 'Softmax along the last axis, zeros left out.'),
];
