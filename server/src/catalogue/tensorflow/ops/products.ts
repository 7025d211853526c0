/** Products of matrices and tensors, linear algebra. */
import { diagonalLength } from '../../../shapes/diagonals';
import {
  add,
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  surelyDiffer,
} from '../../../shapes/dimension';
import { tensorflowEinsum } from '../../../shapes/einsum';
import { inferredMatmul } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcast, explainMatmul, tensordotAxes, tensordotCount } from '../../../shapes/products';
import { formatShape, unknownShape } from '../../../shapes/shape';
import { FALSE, int, type Value } from '../../../values/value';
import { type OpDefinition, tensorOf, tupleOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { NotKnown, type Operand } from '../../ops/operand';
import { integerList, type OpParam, type OpParams, tensorArguments, tensorOrNumber } from '../../ops/params';
import { anything, describe, flag, integerOf, sequenceItems } from '../../params';
import { sharedType, tensorflowOp } from './define';

type Sizes = readonly Dimension[];
const any = () => tensorOrNumber({ lists: true });

const flags = {
  transpose_a: flag(false),
  transpose_b: flag(false),
  adjoint_a: flag(false),
  adjoint_b: flag(false),
  a_is_sparse: other(FALSE),
  b_is_sparse: other(FALSE),
  output_type: other(),
  grad_a: other(FALSE),
  grad_b: other(FALSE),
};

export const matmul = tensorflowOp({
  name: 'linalg.matmul',
  aliases: ['matmul'],
  summary: 'Product of matrices, the other axes broadcast.',
  params: { a: any(), b: any(), ...flags },
  output: ({ args, callee }) => {
    const { a, b } = args;
    const turned = {
      transposeLeft: args.transpose_a || args.adjoint_a,
      transposeRight: args.transpose_b || args.adjoint_b,
    };
    return tensorOf(inferredMatmul(a.shape, b.shape, turned), sharedType([a, b], callee));
  },
  explain: ({ args: { a, b } }) => explainMatmul(a.shape, b.shape),
});

const matvec = tensorflowOp({
  name: 'linalg.matvec',
  summary: 'Products of matrices and vectors.',
  params: {
    a: any(),
    b: any(),
    transpose_a: flag(false),
    adjoint_a: flag(false),
    a_is_sparse: other(FALSE),
    b_is_sparse: other(FALSE),
  },
  output: ({ args: { a, b, transpose_a: turned, adjoint_a: adjoint }, callee }) => {
    const found = inferredMatmul(a.shape, [...b.shape, 1], { transposeLeft: turned || adjoint, transposeRight: false });
    return tensorOf(found.slice(0, -1), sharedType([a, b], callee));
  },
});

type Meeting = { readonly count: number } | { readonly sides: readonly (readonly number[])[] };

const meeting: OpParam<Meeting> = {
  default: null,
  read: (value, context) => {
    if (value.kind === 'int' || value.kind === 'bool') return { value: { count: Number(value.value) } };
    if (value.kind === 'unknown') throw new NotKnown(value.reason);
    const sides = sequenceItems(value);
    if (sides?.length !== 2) {
      return refuse('invalid-argument', `\`axes\` must be an int or two lists, not ${describe(value)}`, {
        parameter: 'axes',
      });
    }
    const read = sides.map((side) => {
      const found = integerList().read(side, context);
      if (!('value' in found) || !Array.isArray(found.value)) throw new NotKnown({ text: '`axes` is not known' });
      return found.value;
    });
    return { value: { sides: read } };
  },
};

const tensordot = tensorflowOp({
  name: 'tensordot',
  aliases: ['linalg.tensordot'],
  summary: 'Sums of products over some axes of both.',
  params: { a: any(), b: any(), axes: meeting },
  output: ({ args: { a, b, axes }, callee, mode }) => {
    const type = sharedType([a, b], callee);
    if ('sides' in axes) return tensorOf(tensordotAxes(a.shape, b.shape, axes.sides), type);
    const { count } = axes;
    if (count < 0 || count > a.rank) {
      refuse('invalid-argument', `${count} axes cannot meet: ${formatShape(a.shape)} has ${a.rank}`, {
        parameter: 'axes',
      });
    }
    const first = Array.from({ length: count }, (_, i) => a.rank - count + i);
    const second = Array.from({ length: count }, (_, i) => i);
    if (count === 0) return tensorOf(tensordotCount(a.shape, b.shape, 0), type);
    // A graph compares the products of what meets, where both are known.
    const meet = [...first.map((axis) => a.shape[axis]), ...second.map((axis) => b.shape[axis])];
    if (mode === 'graph' && meet.some((size) => size === undefined || isDynamic(size))) {
      return tensorOf([...a.shape.slice(0, a.rank - count), ...b.shape.slice(count)], type);
    }
    return tensorOf(tensordotAxes(a.shape, b.shape, [first, second]), type);
  },
});

const einsum = tensorflowOp({
  name: 'einsum',
  aliases: ['linalg.einsum'],
  summary: 'Sums of products by an equation of axes.',
  params: {
    equation: anything(null),
    inputs: tensorArguments({ numbers: true, lists: true }),
    kwargs: { default: null, kind: 'var-keyword', read: () => ({ value: null }) },
  },
  nameless: true,
  output: ({ args: { equation, inputs }, callee }) => {
    if (equation.kind === 'unknown') throw new NotKnown(equation.reason);
    if (equation.kind !== 'str')
      return refuse('invalid-argument', `einsum takes an equation, not ${describe(equation)}`);
    const found = tensorflowEinsum(
      equation.value,
      inputs.map((one) => one.shape),
    );
    if (found.problem !== null) return refuse('incompatible-shapes', found.problem, { parameter: 'equation' });
    return tensorOf(found.shape, sharedType(inputs, callee));
  },
});

// ---------------------------------------------------------------- linear algebra

function checkMatrices(shape: Sizes, callee: string, square: boolean): void {
  if (shape.length < 2) {
    refuse('wrong-rank', `${callee} takes matrices, and ${formatShape(shape)} has ${shape.length} axes`);
  }
  const [rows, columns] = shape.slice(-2) as [Dimension, Dimension];
  if (square && surelyDiffer(rows, columns)) {
    refuse('incompatible-shapes', `${callee} takes square matrices, and ${formatShape(shape)} is none`);
  }
}

/** Square matrices; `None` beside a number is that number. */
function squared(shape: Sizes): Sizes {
  const [rows, columns] = shape.slice(-2) as [Dimension, Dimension];
  const side = isKnown(rows) ? rows : isKnown(columns) ? columns : isUnknown(rows) ? rows : columns;
  return [...shape.slice(0, -2), side, side];
}

interface Matrix {
  readonly name: string;
  /** Its parameter, where that is not `input`, and those behind it, which decide nothing. */
  readonly parameters?: string;
  readonly square?: boolean;
  readonly shape: (shape: Sizes) => Sizes;
}

function smaller(shape: Sizes): Dimension {
  const [rows, columns] = shape.slice(-2) as [Dimension, Dimension];
  return diagonalLength(rows, columns, 0, dynamic());
}

const matrices: readonly Matrix[] = [
  { name: 'linalg.inv', parameters: 'input adjoint name', square: true, shape: squared },
  { name: 'linalg.cholesky', square: true, shape: squared },
  { name: 'linalg.expm', square: true, shape: squared },
  { name: 'linalg.det', square: true, shape: (shape) => shape.slice(0, -2) },
  { name: 'linalg.logdet', parameters: 'matrix name', square: true, shape: (shape) => shape.slice(0, -2) },
  { name: 'linalg.trace', parameters: 'x name', shape: (shape) => shape.slice(0, -2) },
  {
    name: 'linalg.pinv',
    parameters: 'a rcond validate_args name',
    shape: (shape) => [...shape.slice(0, -2), shape.at(-1) as Dimension, shape.at(-2) as Dimension],
  },
  {
    name: 'linalg.matrix_transpose',
    parameters: 'a name conjugate',
    shape: (shape) => [...shape.slice(0, -2), shape.at(-1) as Dimension, shape.at(-2) as Dimension],
  },
];

const matrixOps = matrices.map(({ name, parameters = 'input name', square = false, shape }) => {
  const [first = '', ...more] = parameters.split(' ');
  return tensorflowOp({
    name,
    nameless: true,
    summary: `\`tf.${name}\` of matrices.`,
    params: { [first]: any(), ...Object.fromEntries(more.map((one) => [one, other()])) } as never,
    output: ({ args, callee }) => {
      const input = (args as Readonly<Record<string, Operand>>)[first] as Operand;
      checkMatrices(input.shape, callee, square);
      return tensorOf(shape(input.shape), input.dtype);
    },
  });
});

/** `k` where it is the number of one diagonal; null for a band, or where it is not known. */
const oneDiagonal = (k: Value): number | null => integerOf(k) ?? null;

const diagPart = tensorflowOp({
  name: 'linalg.diag_part',
  summary: 'Diagonals of matrices.',
  nameless: true,
  params: { input: any(), name: other(), k: anything(int(0)), padding_value: other(int(0)), align: other() },
  output: ({ args: { input, k }, callee }) => {
    checkMatrices(input.shape, callee, false);
    const diagonal = oneDiagonal(k);
    if (diagonal === null) throw new NotKnown({ text: 'bands of diagonals are not followed' });
    const [rows, columns] = input.shape.slice(-2) as [Dimension, Dimension];
    const length = diagonalLength(rows, columns, diagonal, dynamic());
    return tensorOf([...input.shape.slice(0, -2), length], input.dtype);
  },
});

/** `tf.linalg.tensor_diag_part`: the first half of the axes, where the second half has the same sizes. */
const tensorDiagPart = tensorflowOp({
  name: 'linalg.tensor_diag_part',
  summary: 'The diagonal of a tensor whose axes are there twice.',
  params: { input: any() },
  output: ({ args: { input } }) => {
    if (input.rank === 0 || input.rank % 2 !== 0) {
      refuse('wrong-rank', `a diagonal needs an even number of axes, and this tensor has ${input.rank}`, {
        parameter: 'input',
      });
    }
    return tensorOf(input.shape.slice(0, input.rank / 2), input.dtype);
  },
});

const diag = tensorflowOp({
  name: 'linalg.diag',
  summary: 'Matrices with vectors on their diagonals.',
  nameless: true,
  params: {
    diagonal: any(),
    name: other(),
    k: anything(int(0)),
    num_rows: anything(int(-1)),
    num_cols: anything(int(-1)),
    padding_value: other(int(0)),
    align: other(),
  },
  output: ({ args: { diagonal, k, num_rows: rows, num_cols: columns } }) => {
    const last = diagonal.shape.at(-1);
    if (last === undefined) return refuse('wrong-rank', 'a scalar has no last axis');
    const offset = oneDiagonal(k);
    if (offset === null || integerOf(rows) !== -1 || integerOf(columns) !== -1) {
      throw new NotKnown({ text: 'bands of diagonals are not followed' });
    }
    const side = add(last, Math.abs(offset));
    return tensorOf([...diagonal.shape.slice(0, -1), side, side], diagonal.dtype);
  },
});

const setDiag = tensorflowOp({
  name: 'linalg.set_diag',
  summary: 'Matrices with other diagonals.',
  nameless: true,
  params: { input: any(), diagonal: any(), name: other(), k: other(int(0)), align: other() },
  output: ({ args: { input, diagonal }, callee }) => {
    checkMatrices(input.shape, callee, false);
    return tensorOf(input.shape, sharedType([input, diagonal], callee));
  },
});

const bandPart = tensorflowOp({
  name: 'linalg.band_part',
  summary: 'Matrices with all but a band set to zero.',
  params: { input: any(), num_lower: other(null), num_upper: other(null) },
  output: ({ args: { input }, callee, mode }) => {
    // In a graph nobody looks at the rank.
    if (mode === 'eager') checkMatrices(input.shape, callee, false);
    return tensorOf(input.shape, input.dtype);
  },
});

const svd = tensorflowOp({
  name: 'linalg.svd',
  summary: 'Singular values, and vectors.',
  params: { tensor: any(), full_matrices: flag(false), compute_uv: flag(true) },
  output: ({ args: { tensor: x, full_matrices: full, compute_uv: vectors }, callee }) => {
    checkMatrices(x.shape, callee, false);
    const outer = x.shape.slice(0, -2);
    const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
    const least = smaller(x.shape);
    const values = tensorOf([...outer, least], x.dtype);
    if (!vectors) return values;
    return tupleOf(
      values,
      tensorOf([...outer, rows, full ? rows : least], x.dtype),
      tensorOf([...outer, columns, full ? columns : least], x.dtype),
    );
  },
});

const qr = tensorflowOp({
  name: 'linalg.qr',
  summary: 'QR decomposition.',
  params: { input: any(), full_matrices: flag(false) },
  output: ({ args: { input: x, full_matrices: full }, callee }) => {
    checkMatrices(x.shape, callee, false);
    const outer = x.shape.slice(0, -2);
    const [rows, columns] = x.shape.slice(-2) as [Dimension, Dimension];
    const inner = full ? rows : smaller(x.shape);
    return tupleOf(tensorOf([...outer, rows, inner], x.dtype), tensorOf([...outer, inner, columns], x.dtype));
  },
});

function eigen(name: string, complex: boolean): OpDefinition {
  return tensorflowOp({
    name,
    summary: 'Eigenvalues and eigenvectors.',
    params: { tensor: any() },
    output: ({ args: { tensor: x }, callee }) => {
      checkMatrices(x.shape, callee, true);
      const type = complex ? (x.dtype === 'float64' ? 'complex128' : 'complex64') : x.dtype;
      return tupleOf(tensorOf(squared(x.shape).slice(0, -1), type), tensorOf(squared(x.shape), type));
    },
  });
}

const solve = tensorflowOp({
  name: 'linalg.solve',
  summary: 'Solution of linear equations.',
  params: { matrix: any(), rhs: any(), adjoint: other(FALSE) },
  output: ({ args: { matrix, rhs }, callee }) => {
    checkMatrices(matrix.shape, callee, true);
    checkMatrices(rhs.shape, callee, false);
    const [rows, given] = [matrix.shape.at(-2) as Dimension, rhs.shape.at(-2) as Dimension];
    if (surelyDiffer(rows, given)) {
      refuse('incompatible-shapes', `${formatDimension(given)} rows are given for ${formatDimension(rows)} equations`, {
        parameter: 'rhs',
      });
    }
    const outer = broadcast(matrix.shape.slice(0, -2), rhs.shape.slice(0, -2));
    return tensorOf(
      [...outer, matrix.shape.at(-1) as Dimension, rhs.shape.at(-1) as Dimension],
      sharedType([matrix, rhs], callee),
    );
  },
});

const cross = tensorflowOp({
  name: 'linalg.cross',
  summary: 'Cross products of vectors of 3.',
  params: { a: any(), b: any() },
  output: ({ args: { a, b }, callee }) => tensorOf(broadcast(a.shape, b.shape), sharedType([a, b], callee)),
});

// ---------------------------------------------------------------- signals

const stft = tensorflowOp({
  name: 'signal.stft',
  summary: 'Spectra of overlapping frames of a signal.',
  params: {
    signals: any(),
    frame_length: anything(null),
    frame_step: anything(null),
    fft_length: anything(),
    window_fn: other(),
    pad_end: flag(false),
  },
  output: ({ args: { signals, frame_length: length, frame_step: step, fft_length: given, pad_end: padded } }) => {
    const [frame, hop] = [numberOf(length), numberOf(step)];
    const fft = given.kind === 'None' ? powerOfTwo(frame) : numberOf(given);
    const found = framed(signals, frame, hop, padded);
    return tensorOf([...found.slice(0, -1), fft === null ? dynamic() : Math.floor(fft / 2) + 1], 'complex64');
  },
});

const frame = tensorflowOp({
  name: 'signal.frame',
  summary: 'Overlapping frames of a signal.',
  params: {
    signal: any(),
    frame_length: anything(null),
    frame_step: anything(null),
    pad_end: flag(false),
    pad_value: other(int(0)),
    axis: anything(int(-1)),
  },
  output: ({ args: { signal, frame_length: length, frame_step: step, pad_end: padded, axis } }) => {
    if (numberOf(axis) !== -1)
      return tensorOf(unknownShape({ text: 'frames along other axes than the last are not followed' }), signal.dtype);
    return tensorOf(framed(signal, numberOf(length), numberOf(step), padded), signal.dtype);
  },
});

function numberOf(value: Parameters<typeof describe>[0]): number | null {
  return value.kind === 'int' ? Number(value.value) : null;
}

function powerOfTwo(length: number | null): number | null {
  return length === null ? null : 2 ** Math.ceil(Math.log2(length));
}

/** Frames of the last axis: those that fit, or with padding one at each step. */
function framed(signal: Operand, length: number | null, step: number | null, padEnd: boolean): Sizes {
  const size = signal.shape.at(-1);
  if (size === undefined) return refuse('wrong-rank', 'a scalar has no last axis');
  if (length === null || step === null) throw new NotKnown({ text: 'the length of the frames is not known' });
  const count = !isKnown(size)
    ? isUnknown(size)
      ? size
      : dynamic()
    : padEnd
      ? Math.ceil(size / step)
      : Math.max(0, 1 + Math.floor((size - length) / step));
  return [...signal.shape.slice(0, -1), count, length];
}

interface SpectrumParams extends OpParams {
  readonly input: OpParam<Operand>;
  readonly input_tensor: OpParam<Operand>;
  readonly fft_length: OpParam<Value>;
}

function spectrum(name: string, real: 'in' | 'out' | 'no'): OpDefinition {
  return tensorflowOp({
    name,
    summary: `\`tf.${name}\``,
    params: (real === 'no'
      ? { input: any() }
      : { input_tensor: any(), fft_length: anything() }) as unknown as SpectrumParams,
    output: ({ args: { input, input_tensor: x, fft_length: given } }) => {
      if (real === 'no') return tensorOf(input.anyShape, input.dtype);
      if (x.isSymbolic) {
        refuse('invalid-input', `\`tf.${name}\` takes no Keras tensor: put it into a \`Lambda\` layer`, {
          exception: 'TypeError',
        });
      }
      const last = x.shape.at(-1);
      if (last === undefined) return refuse('wrong-rank', 'a scalar has no last axis');
      const [wanted] = (given.kind === 'None' ? null : sequenceItems(given)) ?? [];
      const length = wanted ? numberOf(wanted) : null;
      const size = length ?? (isKnown(last) ? (real === 'in' ? last : 2 * (last - 1)) : null);
      const found = size === null ? dynamic() : real === 'in' ? Math.floor(size / 2) + 1 : size;
      return tensorOf([...x.shape.slice(0, -1), found], real === 'in' ? 'complex64' : 'float32');
    },
  });
}

export const products: readonly OpDefinition[] = [
  matmul,
  matvec,
  tensordot,
  einsum,
  ...matrixOps,
  diagPart,
  tensorDiagPart,
  diag,
  setDiag,
  bandPart,
  svd,
  qr,
  eigen('linalg.eigh', false),
  eigen('linalg.eig', true),
  solve,
  cross,
  stft,
  frame,
  spectrum('signal.fft', 'no'),
  spectrum('signal.ifft', 'no'),
  spectrum('signal.fft2d', 'no'),
  spectrum('signal.ifft2d', 'no'),
  spectrum('signal.rfft', 'in'),
  spectrum('signal.irfft', 'out'),
];
