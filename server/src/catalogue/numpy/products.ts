/** Products of vectors, matrices and arrays, and linear algebra. */
import { axisOf } from '../../shapes/axes';
import { diagonalShape, diagShape, traceShape } from '../../shapes/diagonals';
import {
  add,
  type Dimension,
  isKnown,
  multiply,
  product,
  surelyDiffer,
  unknownDimension,
} from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { tensorflowEinsum } from '../../shapes/einsum';
import { refuse } from '../../shapes/problem';
import { broadcast, crossShape, innerShape, matmulShape, numpyDot, tensordotAxes } from '../../shapes/products';
import { reducedShape } from '../../shapes/reduction';
import { formatShape } from '../../shapes/shape';
import type { Value } from '../../values/value';
import { type OpDefinition, tensorOf, tupleOf } from '../ops/define-op';
import { NotKnown, type Operand } from '../ops/operand';
import type { OpParam } from '../ops/params';
import { anything, choice, flag, sequenceItems } from '../params';
import {
  array,
  arrays,
  asArray,
  axis,
  integer,
  moreArrays,
  numpyOp,
  optionalArray,
  optionalSize,
  type,
} from './define';
import { contentOf, type Plain } from './elements';
import { complexType, linearType, meanType, promoted, realType, summedType } from './types';

type Sizes = readonly Dimension[];

const common = (...operands: readonly Operand[]): DType => promoted(operands.map((operand) => operand.dtype));
const free = () => unknownDimension({ text: 'a size is not known' });

const matmul = numpyOp('matmul(x1, x2, /, out=None, *, casting="same_kind", order="K", dtype=None, subok=True)', {
  aliases: ['linalg.matmul'],
  summary: 'Product of matrices.',
  read: { x1: array(), x2: array(), dtype: type() },
  output: ({ args: { x1, x2, dtype } }) => {
    if (x1.rank === 0 || x2.rank === 0) refuse('wrong-rank', 'matmul takes no scalars');
    return tensorOf(matmulShape(x1.shape, x2.shape, { exception: 'ValueError' }), dtype ?? common(x1, x2));
  },
});

const dot = numpyOp('dot(a, b, out=None)', {
  summary: 'Product of vectors or matrices.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => {
    const scaled = a.rank === 0 || b.rank === 0;
    return tensorOf(scaled ? [...a.shape, ...b.shape] : numpyDot(a.shape, b.shape), common(a, b));
  },
  elements: ({ args: { a, b } }) => {
    const [x, y] = [contentOf(a), contentOf(b)];
    if (!x || !y || x.shape.length !== 1 || y.shape.length !== 1) return null;
    return [x.items.reduce<number>((sum, one, i) => sum + Number(one) * Number(y.items[i] as Plain), 0)];
  },
});

const inner = numpyOp('inner(a, b, /)', {
  summary: 'Product over the last axes.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => tensorOf(innerShape(a.shape, b.shape), common(a, b)),
});

const outer = numpyOp('outer(a, b, out=None)', {
  aliases: ['linalg.outer'],
  summary: 'All products of two flat arrays.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => tensorOf([product(a.shape), product(b.shape)], common(a, b)),
});

const vdot = numpyOp('vdot(a, b, /)', {
  summary: 'Product of two flat arrays.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => {
    const sizes = [product(a.shape), product(b.shape)] as const;
    if (surelyDiffer(...sizes)) refuse('incompatible-shapes', 'the arrays have different numbers of elements');
    return tensorOf([], common(a, b));
  },
});

/** A number of axes, or two lists of them. */
function meetingAxes(): OpParam<number | readonly (readonly number[])[]> {
  return {
    default: null,
    read: (value, context) => {
      if (value.kind === 'unknown') return { value: value as never };
      const items = sequenceItems(value);
      if (!items) {
        const single = contentOf(asArray(value, context));
        return { value: Number(single?.items[0] ?? 2) };
      }
      const lists = items.map((item) => contentOf(asArray(item, context))?.items.map(Number) ?? null);
      if (lists.includes(null))
        return { value: { kind: 'unknown', reason: { text: 'an axis is not known' } } as never };
      return { value: lists as readonly (readonly number[])[] };
    },
  };
}

const tensordot = numpyOp('tensordot(a, b, axes=2)', {
  aliases: ['linalg.tensordot'],
  summary: 'Products summed over some axes of both.',
  read: { a: array(), b: array(), axes: meetingAxes() },
  output: ({ args: { a, b, axes } }) => {
    const pairs = typeof axes === 'number' ? [range(-axes, 0), range(0, axes)] : axes;
    const [first = [], second = []] = pairs;
    if (first.length > a.rank || second.length > b.rank) {
      refuse('axis-out-of-range', 'there are not as many axes', { exception: 'IndexError', parameter: 'axes' });
    }
    return tensorOf(tensordotAxes(a.shape, b.shape, [first, second]), common(a, b));
  },
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

const einsum = numpyOp('einsum(*operands, out=None, optimize=False, **kwargs)', {
  summary: 'Sums of products by Einstein’s convention.',
  read: { operands: anythingMore() },
  output: ({ args: { operands: given }, callee }) => {
    const [equation, ...rest] = sequenceItems(given) ?? [];
    if (equation?.kind !== 'str') throw new NotKnown({ text: 'einsum without a text is not followed' });
    const parts = rest.map((one) => asArray(one, { callee, parameter: 'operands' }));
    const shapes = parts.map((part) => part.shape);
    const found = tensorflowEinsum(equation.value, shapes, { ones: true });
    if (found.shape === null) return refuse('incompatible-shapes', found.problem, { facts: { shapes } });
    return tensorOf(found.shape, common(...parts));
  },
});

function anythingMore(): OpParam<Value> {
  return { ...anything(), takes: { numbers: true, lists: true } };
}

const kron = numpyOp('kron(a, b)', {
  summary: 'Kronecker product.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => {
    const rank = Math.max(a.rank, b.rank);
    const at = (sizes: Sizes, i: number) => sizes[i - rank + sizes.length] ?? 1;
    return tensorOf(
      Array.from({ length: rank }, (_, i) => multiply(at(a.shape, i), at(b.shape, i))),
      common(a, b),
    );
  },
});

const cross = numpyOp('cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None)', {
  summary: 'Cross product of vectors.',
  read: { a: array(), b: array(), axisa: integer(), axisb: integer(), axisc: integer(), axis: optionalAxis() },
  output: ({ args: { a, b, axisa, axisb, axisc, axis: all } }) =>
    tensorOf(
      crossShape(a.shape, b.shape, {
        left: all ?? axisa,
        right: all ?? axisb,
        result: all ?? axisc,
        checksScalars: false,
      }),
      common(a, b),
    ),
});

function optionalAxis(): OpParam<number | null> {
  const all = axis();
  return {
    default: null,
    read: (value, context) => {
      const found = all.read(value, context);
      return 'value' in found && Array.isArray(found.value) ? { value: found.value[0] as number } : (found as never);
    },
  };
}

const trace = numpyOp('trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)', {
  summary: 'Sum along a diagonal.',
  read: { a: array(), axis1: integer(), axis2: integer(), dtype: type() },
  output: ({ args: { a, axis1, axis2, dtype } }) =>
    tensorOf(traceShape(a.shape, axis1, axis2), dtype ?? summedType(a.dtype)),
});

const diag = numpyOp('diag(v, k=0)', {
  summary: 'A matrix from a diagonal, or a diagonal from a matrix.',
  read: { v: array(), k: integer() },
  output: ({ args: { v, k } }) => {
    if (v.rank !== 1 && v.rank !== 2) refuse('wrong-rank', 'diag takes vectors and matrices', { parameter: 'v' });
    return tensorOf(diagShape(v.shape, k, free), v.dtype);
  },
});

const diagflat = numpyOp('diagflat(v, k=0)', {
  summary: 'A matrix with all elements on a diagonal.',
  read: { v: array(), k: integer() },
  output: ({ args: { v, k } }) => {
    const side = add(product(v.shape), Math.abs(k));
    return tensorOf([side, side], v.dtype);
  },
});

const diagonal = numpyOp('diagonal(a, offset=0, axis1=0, axis2=1)', {
  summary: 'A diagonal of each matrix.',
  read: { a: array(), offset: integer(), axis1: integer(), axis2: integer() },
  output: ({ args: { a, offset, axis1, axis2 } }) => {
    if (a.rank < 2) refuse('wrong-rank', 'diagonal takes arrays of 2 axes or more', { parameter: 'a' });
    return tensorOf(diagonalShape(a.shape, offset, axis1, axis2, free()), a.dtype);
  },
});

function square(x: Operand, name: string): readonly [outer: Sizes, size: Dimension] {
  if (x.rank < 2)
    refuse('wrong-rank', `${name} takes matrices, and ${formatShape(x.shape)} is none`, { exception: 'LinAlgError' });
  const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
  if (surelyDiffer(rows, columns)) {
    refuse('incompatible-shapes', `${name} takes square matrices, not ${formatShape(x.shape)}`, {
      exception: 'LinAlgError',
    });
  }
  return [x.shape.slice(0, -2), isKnown(rows) ? rows : columns];
}

function matrix(x: Operand, name: string): readonly [outer: Sizes, rows: Dimension, columns: Dimension] {
  if (x.rank < 2)
    refuse('wrong-rank', `${name} takes matrices, and ${formatShape(x.shape)} is none`, { exception: 'LinAlgError' });
  const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
  return [x.shape.slice(0, -2), rows, columns];
}

function smaller(a: Dimension, b: Dimension): Dimension {
  return isKnown(a) && isKnown(b) ? Math.min(a, b) : a === b ? a : free();
}

const squares: readonly OpDefinition[] = [
  ['linalg.inv(a)', 'Inverse matrix.'],
  ['linalg.cholesky(a, /, *, upper=False)', 'Cholesky factor.'],
  ['linalg.matrix_power(a, n)', 'Power of a matrix.'],
].map(([declaration = '', summary = '']) =>
  numpyOp(declaration, {
    summary,
    read: { a: array() },
    output: ({ args: { a } }) => {
      square(a, declaration.slice(0, declaration.indexOf('(')));
      return tensorOf(a.shape, declaration.includes('power') ? a.dtype : linearType(a.dtype));
    },
  }),
);

const det = numpyOp('linalg.det(a)', {
  summary: 'Determinant.',
  read: { a: array() },
  output: ({ args: { a } }) => tensorOf(square(a, 'det')[0], linearType(a.dtype)),
});

const slogdet = numpyOp('linalg.slogdet(a)', {
  summary: 'Sign and logarithm of the determinant.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside] = square(a, 'slogdet');
    const made = linearType(a.dtype);
    return tupleOf(tensorOf(outside, made), tensorOf(outside, realType(made)));
  },
});

/** Eigenvalues and vectors: whether they come out complex depends on the values. */
const eig = numpyOp('linalg.eig(a)', {
  summary: 'Eigenvalues and eigenvectors.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside, size] = square(a, 'eig');
    return tupleOf(tensorOf([...outside, size], '?'), tensorOf([...outside, size, size], '?'));
  },
});

const eigvals = numpyOp('linalg.eigvals(a)', {
  summary: 'Eigenvalues.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside, size] = square(a, 'eigvals');
    return tensorOf([...outside, size], '?');
  },
});

const eigh = numpyOp('linalg.eigh(a, UPLO="L")', {
  summary: 'Eigenvalues and eigenvectors of a symmetric matrix.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside, size] = square(a, 'eigh');
    const made = linearType(a.dtype);
    return tupleOf(tensorOf([...outside, size], realType(made)), tensorOf([...outside, size, size], made));
  },
});

const eigvalsh = numpyOp('linalg.eigvalsh(a, UPLO="L")', {
  summary: 'Eigenvalues of a symmetric matrix.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside, size] = square(a, 'eigvalsh');
    return tensorOf([...outside, size], realType(linearType(a.dtype)));
  },
});

const svd = numpyOp('linalg.svd(a, full_matrices=True, compute_uv=True, hermitian=False)', {
  summary: 'Singular value decomposition.',
  read: { a: array(), full_matrices: flag(true), compute_uv: flag(true) },
  output: ({ args: { a, full_matrices: full, compute_uv: vectors } }) => {
    const [outside, rows, columns] = matrix(a, 'svd');
    const made = linearType(a.dtype);
    const few = smaller(rows, columns);
    const values = tensorOf([...outside, few], realType(made));
    if (!vectors) return values;
    return tupleOf(
      tensorOf([...outside, rows, full ? rows : few], made),
      values,
      tensorOf([...outside, full ? columns : few, columns], made),
    );
  },
});

const qr = numpyOp('linalg.qr(a, mode="reduced")', {
  summary: 'QR decomposition.',
  read: { a: array(), mode: choice(['reduced', 'complete', 'r', 'raw']) },
  output: ({ args: { a, mode } }) => {
    const [outside, rows, columns] = matrix(a, 'qr');
    const made = linearType(a.dtype);
    const few = smaller(rows, columns);
    if (mode === 'r') return tensorOf([...outside, few, columns], made);
    if (mode === 'raw') return tupleOf(tensorOf([...outside, columns, rows], made), tensorOf([...outside, few], made));
    const side = mode === 'complete' ? rows : few;
    return tupleOf(tensorOf([...outside, rows, side], made), tensorOf([...outside, side, columns], made));
  },
});

const pinv = numpyOp('linalg.pinv(a, rcond=None, hermitian=False, *, rtol=None)', {
  summary: 'Pseudo-inverse.',
  read: { a: array() },
  output: ({ args: { a } }) => {
    const [outside, rows, columns] = matrix(a, 'pinv');
    return tensorOf([...outside, columns, rows], linearType(a.dtype));
  },
});

const solve = numpyOp('linalg.solve(a, b)', {
  summary: 'Solution of linear equations.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b }, generation }) => {
    const [outside, size] = square(a, 'solve');
    const vector = generation === 'keras3' ? b.rank === 1 : b.rank === a.rank - 1;
    const rows = vector ? (b.shape.at(-1) as Dimension) : (b.shape.at(-2) as Dimension);
    if (b.rank === 0) refuse('wrong-rank', 'the right side has no axis', { parameter: 'b' });
    if (surelyDiffer(rows, size)) {
      refuse('incompatible-shapes', `${formatShape(a.shape)} and ${formatShape(b.shape)} are no equations`, {
        facts: { shapes: [a.shape, b.shape] },
      });
    }
    const made = linearType(common(a, b));
    if (vector) return tensorOf([...broadcast(outside, b.shape.slice(0, -1)), size], made);
    return tensorOf([...broadcast(outside, b.shape.slice(0, -2)), size, b.shape.at(-1) as Dimension], made);
  },
});

const lstsq = numpyOp('linalg.lstsq(a, b, rcond=None)', {
  summary: 'Least squares.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => {
    const [, rows, columns] = matrix(a, 'lstsq');
    const made = linearType(common(a, b));
    const behind = b.shape.slice(1);
    return tupleOf(
      tensorOf([columns, ...behind], made),
      tensorOf([free()], realType(made)),
      tensorOf([], 'int32'),
      tensorOf([smaller(rows, columns)], realType(made)),
    );
  },
});

const norm = numpyOp('linalg.norm(x, ord=None, axis=None, keepdims=False)', {
  summary: 'Norm of vectors or matrices.',
  read: { x: array(), ord: anything(), axis: axis(), keepdims: flag(false) },
  output: ({ args: { x, ord, axis: axes, keepdims } }) => {
    const count = axes?.length ?? x.rank;
    if (ord.kind !== 'None' && axes === null && x.rank > 2) {
      refuse('wrong-rank', 'a norm with `ord` is of a vector or matrix');
    }
    if (axes && (count > 2 || count === 0))
      refuse('invalid-argument', 'a norm takes one axis or two', { parameter: 'axis' });
    const at = axes?.map((one) => axisOf(one, x.rank)) ?? null;
    if (at && new Set(at).size < at.length) refuse('invalid-argument', 'an axis is named twice', { parameter: 'axis' });
    const kind = ord.kind === 'str' ? ord.value : null;
    if (count === 1 && kind !== null && ord.kind === 'str')
      refuse('invalid-argument', `'${kind}' is no norm of a vector`);
    return tensorOf(reducedShape(x.shape, axes, keepdims), realType(meanType(x.dtype)));
  },
});

const matrixRank = numpyOp('linalg.matrix_rank(A, tol=None, hermitian=False, *, rtol=None)', {
  summary: 'Rank of matrices.',
  read: { A: array() },
  output: ({ args: { A } }) => tensorOf(A.rank < 2 ? [] : A.shape.slice(0, -2), 'int64'),
});

const cond = numpyOp('linalg.cond(x, p=None)', {
  summary: 'Condition number.',
  read: { x: array() },
  output: ({ args: { x } }) => tensorOf(matrix(x, 'cond')[0], realType(linearType(x.dtype))),
});

const multiDot = numpyOp('linalg.multi_dot(arrays, *, out=None)', {
  summary: 'Product of several matrices.',
  read: { arrays: arrays() },
  output: ({ args: { arrays: parts } }) => {
    const [first, ...rest] = parts;
    if (!first || rest.length === 0) return refuse('invalid-argument', 'multi_dot takes two arrays or more');
    return tensorOf(
      rest.reduce((shape, part) => numpyDot(shape, part.shape), first.shape),
      common(...parts),
    );
  },
});

/** Sums of products of two sequences. */
function sliding(name: 'convolve' | 'correlate'): OpDefinition {
  return numpyOp(`${name}(a, v, mode="${name === 'convolve' ? 'full' : 'valid'}")`, {
    summary: `${name === 'convolve' ? 'Convolution' : 'Correlation'} of two vectors.`,
    read: { a: array(), v: array(), mode: choice(['full', 'same', 'valid']) },
    output: ({ args: { a, v, mode } }) => {
      // A scalar counts as a vector of one.
      const [x, y] = [a, v].map((one) => (one.rank === 0 ? [1] : one.shape)) as [Sizes, Sizes];
      if (x.length !== 1 || y.length !== 1) refuse('wrong-rank', `${name} takes vectors`);
      const [n, m] = [x[0] as Dimension, y[0] as Dimension];
      if (n === 0 || m === 0) refuse('invalid-input', `${name} takes no empty vectors`);
      const made = common(a, v);
      if (!isKnown(n) || !isKnown(m)) return tensorOf([mode === 'full' ? add(add(n, m), -1) : free()], made);
      const [long, short] = [Math.max(n, m), Math.min(n, m)];
      return tensorOf([mode === 'full' ? n + m - 1 : mode === 'same' ? long : long - short + 1], made);
    },
  });
}

/** Covariances: between rows, or columns where `rowvar` is off. */
function covariance(name: 'cov' | 'corrcoef'): OpDefinition {
  const first = name === 'cov' ? 'm' : 'x';
  const more = name === 'cov' ? ', bias=False, ddof=None, fweights=None, aweights=None' : ', bias=None, ddof=None';
  return numpyOp(`${name}(${first}, y=None, rowvar=True${more}, *, dtype=None)`, {
    summary: name === 'cov' ? 'Covariances of variables.' : 'Correlations of variables.',
    read: { [first]: array(), y: optionalArray(), rowvar: flag(true), dtype: type() } as {
      readonly y: OpParam<Operand | null>;
      readonly rowvar: OpParam<boolean>;
      readonly dtype: OpParam<DType | null>;
    },
    output: ({ args }) => {
      const x = (args as unknown as Record<string, Operand>)[first] as Operand;
      const { y, rowvar, dtype } = args;
      const operands = y ? [x, y] : [x];
      if (operands.some((one) => one.rank > 2)) refuse('wrong-rank', `${name} takes vectors and matrices`);
      const made = dtype ?? meanType(promoted([...operands.map((one) => one.dtype), 'float64']));
      const variables = operands.map((one) =>
        one.rank < 2 ? 1 : ((rowvar ? one.shape[0] : one.shape[1]) as Dimension),
      );
      const observed = operands.map((one) =>
        one.rank < 2 ? (one.shape[0] ?? 1) : ((rowvar ? one.shape[1] : one.shape[0]) as Dimension),
      );
      if (surelyDiffer(observed[0] as Dimension, observed.at(-1) as Dimension)) {
        refuse('incompatible-shapes', 'the variables have different numbers of observations', { parameter: 'y' });
      }
      const count = variables.reduce(add, 0);
      if (!isKnown(count)) return tensorOf([count, count], made);
      return tensorOf(count === 1 ? [] : [count, count], made);
    },
  });
}

/** Fourier transforms: of `n` elements of an axis, all where it is not given. */
interface Transform {
  readonly name: string;
  readonly length: (n: Dimension) => Dimension;
  readonly type: (dtype: DType) => DType;
}

const half = (n: Dimension): Dimension => (isKnown(n) ? Math.floor(n / 2) + 1 : free());
const doubled = (n: Dimension): Dimension => (isKnown(n) ? 2 * (n - 1) : free());
const whole = (n: Dimension): Dimension => n;
const spectrum = (dtype: DType) => complexType(dtype);
const signal = (dtype: DType) => realType(complexType(dtype));

const transforms: readonly Transform[] = [
  { name: 'fft', length: whole, type: spectrum },
  { name: 'ifft', length: whole, type: spectrum },
  { name: 'rfft', length: half, type: spectrum },
  { name: 'irfft', length: doubled, type: signal },
  { name: 'hfft', length: doubled, type: signal },
  { name: 'ihfft', length: half, type: spectrum },
];

const transformOps = transforms.map(({ name, length, type: rule }) =>
  numpyOp(`fft.${name}(a, n=None, axis=-1, norm=None, out=None)`, {
    summary: 'Discrete Fourier transform of an axis.',
    read: { a: array(), n: optionalSize(), axis: integer() },
    output: ({ args: { a, n, axis: along }, generation }) => {
      const at = axisOf(along, a.rank);
      const size = a.shape[at] as Dimension;
      const inverse = length === doubled;
      const made = n === null ? length(size) : inverse ? n : length(n);
      if (isKnown(made) && made < 1) refuse('invalid-argument', `${name} of ${made} elements is not there`);
      const dtype = generation === 'keras3' ? rule(a.dtype) : rule(a.dtype === '?' ? '?' : 'float64');
      return tensorOf(
        a.shape.map((one, i) => (i === at ? made : one)),
        dtype,
      );
    },
  }),
);

const transformsOfMore: readonly OpDefinition[] = ['fft2', 'ifft2', 'fftn', 'ifftn'].map((name) =>
  numpyOp(`fft.${name}(a, s=None, axes=None, norm=None, out=None)`, {
    summary: 'Discrete Fourier transform of several axes.',
    read: { a: array() },
    output: (question) => {
      const { a } = question.args;
      if (question.written('s')) throw new NotKnown({ text: '`s` of Fourier transforms is not followed' });
      return tensorOf(a.shape, question.generation === 'keras3' ? complexType(a.dtype) : 'complex128');
    },
  }),
);

const shifts: readonly OpDefinition[] = ['fftshift', 'ifftshift'].map((name) =>
  numpyOp(`fft.${name}(x, axes=None)`, {
    summary: 'Frequencies with 0 in the middle, or back.',
    read: { x: array() },
    output: ({ args: { x } }) => tensorOf(x.shape, x.dtype),
  }),
);

const frequencies: readonly OpDefinition[] = ['fftfreq', 'rfftfreq'].map((name) =>
  numpyOp(`fft.${name}(n, d=1.0, device=None)`, {
    summary: 'Frequencies of a Fourier transform.',
    read: { n: array() },
    output: ({ args: { n } }) => {
      const count = Number(contentOf(n)?.items[0]);
      if (Number.isNaN(count)) return tensorOf([free()], 'float64');
      return tensorOf([name === 'fftfreq' ? count : Math.floor(count / 2) + 1], 'float64');
    },
  }),
);

const windows: readonly OpDefinition[] = ['bartlett', 'blackman', 'hamming', 'hanning'].map((name) =>
  numpyOp(`${name}(M)`, {
    summary: `The ${name} window.`,
    read: { M: optionalSize() },
    output: ({ args: { M } }) => tensorOf([M === null || (isKnown(M) && M < 1) ? 0 : M], 'float64'),
  }),
);

const vander = numpyOp('vander(x, N=None, increasing=False)', {
  summary: 'Matrix of powers.',
  read: { x: array(), N: optionalSize() },
  output: ({ args: { x, N } }) => {
    if (x.rank !== 1) refuse('wrong-rank', 'vander takes vectors', { parameter: 'x' });
    const size = x.shape[0] as Dimension;
    return tensorOf([size, N ?? size], promoted([x.dtype, 'int64']));
  },
});

const gradient = numpyOp('gradient(f, *varargs, axis=None, edge_order=1)', {
  summary: 'Differences in the middle of neighbours, for each axis.',
  read: { f: array(), axis: axis(), varargs: moreArrays() },
  output: ({ args: { f, axis: axes }, generation }) => {
    const one = tensorOf(f.shape, meanType(f.dtype));
    const at = axes?.map((each) => axisOf(each, f.rank)) ?? f.shape.map((_, i) => i);
    for (const each of at) {
      const size = f.shape[each] as Dimension;
      if (isKnown(size) && size < 2) refuse('invalid-input', 'gradient takes 2 elements or more along each axis');
    }
    if (at.length === 1) return one;
    const all = at.map(() => one);
    return generation === 'keras3' ? tupleOf(...all) : { type: 'list', items: all };
  },
});

/** Polynomials by their coefficients. */
const polyfit = numpyOp('polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False)', {
  summary: 'Coefficients of a polynomial near given points.',
  read: { y: array(), deg: integer() },
  output: (question) => {
    if (question.written('full') || question.written('cov'))
      throw new NotKnown({ text: 'what else is given is not followed' });
    const { y, deg } = question.args;
    return tensorOf([deg + 1, ...y.shape.slice(1)], 'float64');
  },
});

const polyval = numpyOp('polyval(p, x)', {
  summary: 'Values of a polynomial.',
  read: { p: array(), x: array() },
  output: ({ args: { p, x } }) => tensorOf(x.anyShape, common(p, x)),
});

export const products: readonly OpDefinition[] = [
  matmul,
  dot,
  inner,
  outer,
  vdot,
  tensordot,
  einsum,
  kron,
  cross,
  trace,
  diag,
  diagflat,
  diagonal,
  ...squares,
  det,
  slogdet,
  eig,
  eigvals,
  eigh,
  eigvalsh,
  svd,
  qr,
  pinv,
  solve,
  lstsq,
  norm,
  matrixRank,
  cond,
  multiDot,
  sliding('convolve'),
  sliding('correlate'),
  covariance('cov'),
  covariance('corrcoef'),
  ...transformOps,
  ...transformsOfMore,
  ...shifts,
  ...frequencies,
  ...windows,
  vander,
  gradient,
  polyfit,
  polyval,
];
