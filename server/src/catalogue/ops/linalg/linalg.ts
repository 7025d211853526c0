/** Linear algebra: decompositions, inverses, equations. */

import { checkSquare } from '../../../shapes/diagonals';
import { type Dimension, formatDimension, isDynamic, isKnown, isUnknown, sameToKeras } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape } from '../../../shapes/shape';
import { str } from '../../../values/value';
import type { Output, OutputTensor } from '../../define-layer';
import { anything, describe, flag } from '../../params';
import { defineOp, type OpDefinition, type OpModule, operationClass, tensorOf, tupleOf } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, type Operand } from '../operand';
import { type OpParams, tensor } from '../params';
import { resultType } from '../promotion';

interface Square {
  readonly name: string;
  readonly summary: string;
  readonly more?: OpParams;
  readonly output: (x: Operand) => Output;
}

const whole = (x: Operand) => tensorOf(x.shape, x.dtype);
const batch = (x: Operand) => tensorOf(x.shape.slice(0, -2), x.dtype);
const eigen = (x: Operand) => tupleOf(tensorOf(x.shape.slice(0, -1), x.dtype), whole(x));

const upper = { upper: flag(false) };

const squares: readonly Square[] = [
  { name: 'cholesky', summary: 'Cholesky decomposition of square matrices.', more: upper, output: whole },
  { name: 'cholesky_inverse', summary: 'Inverse by a Cholesky decomposition.', more: upper, output: whole },
  { name: 'det', summary: 'Determinants of square matrices.', output: batch },
  { name: 'eig', summary: 'Eigenvalues and eigenvectors of square matrices.', output: eigen },
  { name: 'eigh', summary: 'Eigenvalues and eigenvectors of symmetric matrices.', output: eigen },
  { name: 'inv', summary: 'Inverses of square matrices.', output: whole },
];

const squareOps = squares.map(({ name, summary, more = {}, output }) =>
  defineOp({
    name,
    module: 'linalg',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), ...more },
    output: ({ args: { x }, callee }) => {
      checkSquare(x.shape, callee);
      return output(x);
    },
  }),
);

/** Logarithms of determinants, whose rules compare nothing. */
function unchecked(name: string, operation: string, module: OpModule, summary: string, output: (x: Operand) => Output) {
  return defineOp({
    name,
    module,
    operation,
    summary,
    params: { x: tensor() },
    output: ({ args: { x } }) => output(x),
    run: ({ args: { x }, callee }) => {
      checkSquare(x.shape, callee);
      return name === 'slogdet' ? tupleOf(batch(x), batch(x)) : output(x);
    },
  });
}

function checkMatrix(shape: readonly Dimension[], callee: string): void {
  if (shape.length >= 2) return;
  refuse('wrong-rank', `${callee} takes a matrix or a batch of them, and ${formatShape(shape)} is none`);
}

/** The smaller side of a matrix; Python cannot compare a None. */
function smallerSide(shape: readonly Dimension[], callee: string, exception: string): Dimension {
  const [rows, columns] = shape.slice(-2) as [Dimension, Dimension];
  if (isDynamic(rows) || isDynamic(columns)) {
    return refuse(
      'invalid-input',
      `${callee} must know both sides of its matrices, and ${formatShape(shape)} has None there`,
      { exception },
    );
  }
  if (isUnknown(rows)) return rows;
  return isUnknown(columns) ? columns : Math.min(rows, columns);
}

const luFactor = defineOp({
  name: 'lu_factor',
  module: 'linalg',
  operation: 'LuFactor',
  summary: 'LU decomposition and its pivots.',
  params: { x: tensor() },
  output: ({ args: { x }, callee }) => {
    checkMatrix(x.shape, callee);
    const side = smallerSide(x.shape, callee, 'TypeError');
    return tupleOf(whole(x), tensorOf([...x.shape.slice(0, -2), side], x.dtype));
  },
  run: ({ args: { x }, callee }) => {
    checkSquare(x.shape, callee);
    return tupleOf(whole(x), tensorOf(x.shape.slice(0, -1), 'int32'));
  },
});

const svd = defineOp({
  name: 'svd',
  module: 'linalg',
  operation: 'SVD',
  summary: 'Singular value decomposition.',
  params: { x: tensor(), full_matrices: flag(true), compute_uv: flag(true) },
  output: ({ args: { x, full_matrices: full, compute_uv: vectors }, callee }) => {
    checkMatrix(x.shape, callee);
    const outer = x.shape.slice(0, -2);
    const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
    const least = smallerSide(x.shape, callee, 'TypeError');
    const one = (...sides: readonly Dimension[]): OutputTensor => tensorOf([...outer, ...sides], x.dtype);
    if (!vectors) return one(least);
    return full
      ? tupleOf(one(rows, rows), one(least), one(columns, columns))
      : tupleOf(one(rows, least), one(least), one(least, columns));
  },
});

const qr = defineOp({
  name: 'qr',
  module: 'linalg',
  operation: 'Qr',
  summary: 'QR decomposition.',
  params: { x: tensor(), mode: anything(str('reduced')) },
  symbolicBy: ['x'],
  output: ({ args: { x, mode }, callee }) => {
    if (mode.kind === 'unknown') throw new NotKnown(mode.reason);
    if (mode.kind !== 'str' || (mode.value !== 'reduced' && mode.value !== 'complete')) {
      return refuse('invalid-argument', `\`mode\` of qr must be 'reduced' or 'complete', not ${describe(mode)}`, {
        parameter: 'mode',
      });
    }
    checkMatrix(x.shape, callee);
    const least = smallerSide(x.shape, callee, 'ValueError');
    const outer = x.shape.slice(0, -2);
    const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
    const inner = mode.value === 'reduced' ? least : rows;
    return tupleOf(tensorOf([...outer, rows, inner], x.dtype), tensorOf([...outer, inner, columns], x.dtype));
  },
});

const pinv = defineOp({
  name: 'pinv',
  module: 'linalg',
  operation: 'Pinv',
  summary: 'Pseudo-inverses of matrices.',
  params: { x: tensor(), rcond: other() },
  output: ({ args: { x }, callee }) => {
    checkMatrix(x.shape, callee);
    const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
    return tensorOf([...x.shape.slice(0, -2), columns, rows], x.dtype);
  },
});

const matrixRank = defineOp({
  name: 'matrix_rank',
  module: 'linalg',
  operation: 'MatrixRank',
  summary: 'Ranks of matrices.',
  params: { x: tensor(), tol: other() },
  output: ({ args: { x }, callee }) => {
    checkMatrix(x.shape, callee);
    return tensorOf(x.shape.slice(0, -2), 'int32');
  },
});

/** Keras compares strictly: a None differs from 4. */
function clash(a: Dimension | undefined, b: Dimension | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return !isUnknown(a) && !isUnknown(b) && !sameToKeras(a, b);
}

function solving(name: string, operation: string, summary: string, more: OpParams): OpDefinition {
  return defineOp({
    name,
    module: 'linalg',
    operation,
    summary,
    params: { a: tensor(), b: tensor(), ...more },
    output: ({ args: { a, b }, callee }) => {
      checkSquare(a.shape, callee);
      if (b.rank < 1) refuse('wrong-rank', `\`b\` of ${callee} must not be a scalar`, { parameter: 'b' });
      const [left, right] =
        a.rank === b.rank
          ? [a.shape.at(-2), b.shape.at(-2)]
          : a.rank === b.rank - 1
            ? [a.shape.at(-1), b.shape.at(-1)]
            : [undefined, undefined];
      if (left !== undefined && right !== undefined && clash(left, right)) {
        refuse(
          'incompatible-shapes',
          `${formatShape(a.shape)} and ${formatShape(b.shape)} do not fit: ${formatDimension(left)} against ${formatDimension(right)}`,
          { parameter: 'b', facts: { shapes: [a.shape, b.shape] } },
        );
      }
      return tensorOf(b.shape, b.dtype);
    },
  });
}

const lstsq = defineOp({
  name: 'lstsq',
  module: 'linalg',
  operation: 'Lstsq',
  summary: 'Least-squares solution of linear equations.',
  params: { a: tensor(), b: tensor(), rcond: other() },
  output: ({ args: { a, b } }) => {
    if (a.rank !== 2)
      refuse('wrong-rank', `\`a\` of lstsq must be a matrix, and ${formatShape(a.shape)} is none`, { parameter: 'a' });
    if (b.rank !== 1 && b.rank !== 2) {
      refuse('wrong-rank', `\`b\` of lstsq must be a vector or a matrix, and ${formatShape(b.shape)} is neither`, {
        parameter: 'b',
      });
    }
    const [rows, columns] = a.shape as [Dimension, Dimension];
    const [given, count] = b.shape as [Dimension, Dimension | undefined];
    if (clash(rows, given)) {
      refuse('incompatible-shapes', `\`b\` has ${formatDimension(given)} rows, and \`a\` ${formatDimension(rows)}`, {
        parameter: 'b',
      });
    }
    return tensorOf(count === undefined ? [columns] : [columns, count], a.dtype);
  },
});

const corrcoef = defineOp({
  name: 'corrcoef',
  module: 'numpy',
  operation: 'Corrcoef',
  summary: 'Correlations between rows.',
  params: { x: tensor() },
  output: ({ args: { x } }) => tensorOf(x.anyShape, correlationType(x.dtype)),
  run: ({ args: { x } }) => {
    const [rows] = x.shape;
    return tensorOf(x.rank < 2 || rows === undefined ? [] : [rows, rows], correlationType(x.dtype));
  },
});

function correlationType(type: string): string {
  return type === 'int64' ? 'float64' : resultType(type, 'float');
}

const cdist = defineOp({
  name: 'cdist',
  module: 'core',
  operation: 'CDist',
  summary: 'Distances between each two rows.',
  params: { x: tensor(), y: tensor() },
  output: ({ args: { x, y }, callee }) => {
    checkMatrix(x.shape, callee);
    checkMatrix(y.shape, callee);
    const [a, b] = [x.shape.at(-1) as Dimension, y.shape.at(-1) as Dimension];
    if (isKnown(a) && isKnown(b) && a !== b) {
      refuse('incompatible-shapes', `rows of ${a} and of ${b} have no distance`, {
        facts: { shapes: [x.shape, y.shape] },
      });
    }
    const outer = broadcast(x.shape.slice(0, -2), y.shape.slice(0, -2));
    return tensorOf(
      [...outer, x.shape.at(-2) as Dimension, y.shape.at(-2) as Dimension],
      resultType(x.dtype, y.dtype, 'float'),
    );
  },
});

export const linearAlgebra: readonly OpDefinition[] = [
  ...squareOps,
  unchecked('logdet', 'Logdet', 'core', 'Logarithms of determinants.', batch),
  unchecked('slogdet', 'Slogdet', 'numpy', 'Signs and logarithms of determinants.', (x) =>
    tupleOf(tensorOf([], x.dtype), batch(x)),
  ),
  luFactor,
  svd,
  qr,
  pinv,
  matrixRank,
  solving('solve', 'Solve', 'Solution of linear equations.', {}),
  solving('solve_triangular', 'SolveTriangular', 'Solution of linear equations with a triangular matrix.', {
    lower: flag(false),
  }),
  lstsq,
  corrcoef,
  cdist,
];
