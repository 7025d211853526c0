/** Products of vectors, matrices and tensors. */
import { type Dimension, dynamic, isDynamic } from '../../../shapes/dimension';
import { kerasEinsum, tensorflowEinsum } from '../../../shapes/einsum';
import { refuse } from '../../../shapes/problem';
import {
  broadcast,
  crossShape,
  elements,
  explainMatmul,
  innerShape,
  kronShape,
  matmulShape,
  numpyDot,
  tensordotAxes,
  tensordotCount,
} from '../../../shapes/products';
import { formatShape } from '../../../shapes/shape';
import { int } from '../../../values/value';
import { anything, describe, sequenceItems } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { NotKnown, type Operand, shapeAttribute } from '../operand';
import {
  integer,
  integerList,
  type OpParam,
  optionalInteger,
  tensor,
  tensorArguments,
  tensorOrNumber,
} from '../params';
import { resultType, strong } from '../promotion';

/** Products of 8-bit ints are 32 bits wide. */
function productType(x1: Operand, x2: Operand): string {
  const [left, right] = [strong(x1.type ?? '?'), strong(x2.type ?? '?')];
  return left === 'int8' && right === 'int8' ? 'int32' : resultType(left, right);
}

const commonType = (x1: Operand, x2: Operand) => resultType(x1.type ?? '?', x2.type ?? '?');

export const matmul = defineOp({
  name: 'matmul',
  module: 'numpy',
  operation: 'Matmul',
  summary: 'Product of matrices, the other axes broadcast.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber() },
  output: ({ args: { x1, x2 } }) => tensorOf(matmulShape(x1.shape, x2.shape), productType(x1, x2)),
  explain: ({ args: { x1, x2 } }) => explainMatmul(x1.shape, x2.shape),
});

const dot = defineOp({
  name: 'dot',
  module: 'numpy',
  operation: 'Dot',
  summary: 'Product of vectors or matrices; the last axis of one with the last but one of the other.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber() },
  output: ({ args: { x1, x2 } }) => {
    const scalar = x1.rank === 0 || x2.rank === 0;
    return tensorOf(scalar ? broadcast(x1.shape, x2.shape) : numpyDot(x1.shape, x2.shape), commonType(x1, x2));
  },
});

const inner = defineOp({
  name: 'inner',
  module: 'numpy',
  operation: 'Inner',
  summary: 'Sums of products over the last axes.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber() },
  output: ({ args: { x1, x2 } }) => tensorOf(innerShape(x1.shape, x2.shape), commonType(x1, x2)),
});

const vdot = defineOp({
  name: 'vdot',
  module: 'numpy',
  operation: 'Vdot',
  summary: 'Sum of products of all elements.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber() },
  output: ({ args: { x1, x2 } }) => tensorOf([], commonType(x1, x2)),
});

const outer = defineOp({
  name: 'outer',
  module: 'numpy',
  operation: 'Outer',
  summary: 'Products of each element with each.',
  params: { x1: tensorOrNumber({ lists: true }), x2: tensorOrNumber({ lists: true }) },
  output: ({ args: { x1, x2 } }) => tensorOf([flatSize(x1), flatSize(x2)], commonType(x1, x2)),
});

function flatSize(operand: Operand): Dimension {
  const shape = operand.shape;
  return elements(shape, shape.find(isDynamic) ?? dynamic());
}

const kron = defineOp({
  name: 'kron',
  module: 'numpy',
  operation: 'Kron',
  summary: 'Kronecker product.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber() },
  output: ({ args: { x1, x2 } }) =>
    tensorOf(kronShape(x1.shape, x2.shape), resultType(strong(x1.type ?? '?'), strong(x2.type ?? '?'))),
  run: ({ args: { x1, x2 } }) => {
    const rank = Math.max(x1.rank, x2.rank);
    const lined = (shape: readonly Dimension[]) => [...Array.from({ length: rank - shape.length }, () => 1), ...shape];
    return tensorOf(kronShape(lined(x1.shape), lined(x2.shape)), commonType(x1, x2));
  },
});

const cross = defineOp({
  name: 'cross',
  module: 'numpy',
  operation: 'Cross',
  summary: 'Cross product of vectors of 2 or 3.',
  params: {
    x1: tensor(),
    x2: tensor(),
    axisa: integer(-1),
    axisb: integer(-1),
    axisc: integer(-1),
    axis: optionalInteger(),
  },
  symbolicBy: ['x1', 'x2'],
  output: ({ args: { x1, x2, axisa, axisb, axisc, axis } }) =>
    tensorOf(
      crossShape(x1.shape, x2.shape, { left: axis ?? axisa, right: axis ?? axisb, result: axis ?? axisc }),
      resultType(x1.dtype, x2.dtype),
    ),
});

/** How many axes meet, or which of each side; `bare` where a side is an int of its own. */
type Meeting = { readonly count: number } | { readonly sides: readonly (readonly number[])[]; readonly bare: boolean };

const meeting: OpParam<Meeting> = {
  default: int(2),
  read: (value, context) => {
    if (value.kind === 'int' || value.kind === 'bool') return { value: { count: Number(value.value) } };
    if (value.kind === 'unknown') throw new NotKnown(value.reason);
    const sides = sequenceItems(value);
    if (!sides || sides.length < 2) return noMeeting(`an int or two lists, not ${describe(value)}`);
    const read = sides.slice(0, 2).map((side) => {
      const axes = integerList().read(side, context);
      if (!('value' in axes) || !Array.isArray(axes.value)) throw new NotKnown({ text: '`axes` is not known' });
      return axes.value;
    });
    return { value: { sides: read, bare: sides.some((side) => sequenceItems(side) === null) } };
  },
};

function noMeeting(wanted: string): never {
  return refuse('invalid-argument', `\`axes\` of tensordot must be ${wanted}`, {
    exception: 'TypeError',
    parameter: 'axes',
  });
}

const tensordot = defineOp({
  name: 'tensordot',
  module: 'numpy',
  operation: 'Tensordot',
  summary: 'Sums of products over some axes of both.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber(), axes: meeting },
  symbolicBy: ['x1', 'x2'],
  output: ({ args: { x1, x2, axes: meets }, mode }) => {
    const type = commonType(x1, x2);
    if ('count' in meets) return tensorOf(tensordotCount(x1.shape, x2.shape, meets.count), type);
    // The symbolic rule goes through both sides, which an int does not allow.
    if (meets.bare && mode === 'symbolic') return noMeeting('an int or two lists of ints');
    return tensorOf(tensordotAxes(x1.shape, x2.shape, meets.sides), type);
  },
});

const einsum = defineOp({
  name: 'einsum',
  module: 'numpy',
  operation: 'Einsum',
  summary: 'Sums of products by an equation of axes.',
  params: {
    subscripts: anything(null),
    operands: tensorArguments({ numbers: true }),
    kwargs: { default: null, kind: 'var-keyword', read: () => ({ value: null }) },
  },
  output: ({ args: { subscripts, operands }, mode }) => {
    if (subscripts.kind === 'unknown') throw new NotKnown(subscripts.reason);
    if (subscripts.kind !== 'str') {
      return refuse('invalid-argument', `einsum takes an equation, not ${describe(subscripts)}`, {
        exception: 'AttributeError',
        parameter: 'subscripts',
      });
    }
    const shapes = operands.map((one) => (mode === 'symbolic' ? shapeAttribute(one) : one.shape));
    const found = (mode === 'symbolic' ? kerasEinsum : tensorflowEinsum)(subscripts.value, shapes);
    if (found.problem !== null) {
      return refuse('incompatible-shapes', found.problem, { parameter: 'subscripts', facts: { shapes } });
    }
    return tensorOf(found.shape, einsumType(operands));
  },
  explain: ({ args: { subscripts, operands } }) =>
    subscripts.kind === 'str'
      ? [`${subscripts.value}: ${operands.map((one) => formatShape(one.shape)).join(', ')}`]
      : [],
});

function einsumType(operands: readonly Operand[]): string {
  const types = new Set(operands.map((one) => strong(one.type ?? '?')));
  return types.size === 1 && types.has('int8') ? 'int32' : resultType(...types);
}

export const products: readonly OpDefinition[] = [matmul, dot, inner, vdot, outer, kron, cross, tensordot, einsum];
