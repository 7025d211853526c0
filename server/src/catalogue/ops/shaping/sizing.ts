/** Shapes that grow: broadcasting, tiling, repeating, padding; and shrink: differences, diagonals. */
import { axisOf, replaced } from '../../../shapes/axes';
import type { Border } from '../../../shapes/borders';
import { explainPadded, explainRepeated, padded } from '../../../shapes/borders';
import { diagflatShape, diagonalShape, diagShape, traceShape } from '../../../shapes/diagonals';
import { type Dimension, dynamic, isDynamic, isKnown, subtract } from '../../../shapes/dimension';
import { repeatedShape, tiled } from '../../../shapes/gathering';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape, hasRank, type Shape } from '../../../shapes/shape';
import type { TensorValue } from '../../../values/tensor';
import { str, type Value } from '../../../values/value';
import { sequenceItems } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { accumulated } from '../elementwise/types';
import { other } from '../elementwise/unary';
import { NotKnown } from '../operand';
import { integer, type OpParam, optionalInteger, optionalTensor, shape, size, sizes, tensor } from '../params';
import { resultType } from '../promotion';

/** The sizes of a shape argument; ends the rule where not even their number is known. */
export function sizesOf(found: Shape): readonly Dimension[] {
  if (!hasRank(found)) throw new NotKnown(found.reason);
  return found;
}

const broadcastTo = defineOp({
  name: 'broadcast_to',
  module: 'numpy',
  operation: 'BroadcastTo',
  summary: 'Repeated along axes of size 1 up to a shape.',
  params: { x: tensor(), shape: shape() },
  symbolicBy: ['x'],
  output: ({ args: { x, shape: to } }) => {
    broadcast(x.shape, sizesOf(to), { parameter: 'shape' });
    return tensorOf(to, x.dtype);
  },
});

const tile = defineOp({
  name: 'tile',
  module: 'numpy',
  operation: 'Tile',
  summary: 'The whole tensor repeated along its axes.',
  params: { x: tensor(), repeats: sizes() },
  symbolicBy: ['x'],
  output: ({ args: { x, repeats } }) => tensorOf(tiled(x.shape, repeats), x.dtype),
  explain: ({ args: { x, repeats } }) => (x.rank === repeats.length ? explainRepeated(x.shape, repeats) : []),
});

const repeat = defineOp({
  name: 'repeat',
  module: 'numpy',
  operation: 'Repeat',
  summary: 'Each element repeated along an axis.',
  params: { x: tensor(), repeats: sizes(), axis: optionalInteger() },
  symbolicBy: ['x'],
  output: ({ args: { x, repeats, axis } }) => tensorOf(repeatedShape(x.shape, repeats, axis, dynamic()), x.dtype),
});

/** Borders of all axes: one for all, or one for each. One of a single number is null: it has no second to add. */
type Borders = { readonly all: Border | null } | { readonly each: readonly Border[] };

const padWidth: OpParam<Borders> = {
  default: null,
  read: (value, context) => {
    const { parameter } = context;
    const number = (item: Value): Dimension => {
      const read = size().read(item, context);
      return 'value' in read ? read.value : 0;
    };
    if (value.kind === 'unknown') return { value: value as never };
    if (value.kind === 'tensor') return { value: bordersIn(value) };
    const items = sequenceItems(value);
    if (!items) return { value: { all: [number(value), number(value)] } };
    const [first, second] = items;
    if (!first) return noBorder(parameter, 'IndexError');
    if (first.kind === 'int' || first.kind === 'bool') {
      return { value: { all: second ? [number(first), number(second)] : null } };
    }
    const borders = pairs(items, parameter).map(([before, after = before]): Border => [number(before), number(after)]);
    // Keras writes the second number of a border of one back into what it was given.
    if (borders.length > 0 && value.kind === 'tuple' && pairs(items, parameter)[0]?.length === 1) {
      return noBorder(parameter, 'TypeError');
    }
    const [only] = borders;
    return { value: borders.length === 1 && only ? { all: only } : { each: borders } };
  },
};

/** Borders as an array of pairs. */
function bordersIn({ data, shape }: TensorValue): Borders {
  const [count, two] = hasRank(shape) ? shape : [];
  const numbers = data?.filter((one) => typeof one === 'number');
  if (!numbers || typeof count !== 'number' || two !== 2 || numbers.length !== 2 * count) {
    throw new NotKnown({ text: '`pad_width` is the values of an array' });
  }
  return { each: Array.from({ length: count }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]] as [number, number]) };
}

/** Borders as one number or two; all of them must have as many. */
function pairs(items: readonly Value[], parameter: string): (readonly [Value, Value?])[] {
  const found = items.map((item) => {
    const pair = sequenceItems(item);
    if (pair) return pair;
    if (item.kind === 'unknown') throw new NotKnown(item.reason);
    return noBorder(parameter, 'TypeError');
  });
  return found.map((pair) => {
    const [before, after] = pair;
    if (!before || pair.length !== found[0]?.length) return noBorder(parameter, 'ValueError');
    return after ? [before, after] : [before];
  });
}

function noBorder(parameter: string, exception: string): never {
  return refuse('invalid-argument', `\`${parameter}\` must be pairs of numbers, one before and one behind each axis`, {
    exception,
    parameter,
  });
}

function bordersOf(from: readonly Dimension[], borders: Borders): readonly Border[] {
  if ('all' in borders) {
    const { all } = borders;
    // A size that is None is not added to.
    if (all === null && !from.every(isDynamic)) return noBorder('pad_width', 'IndexError');
    return from.map(() => all ?? [0, 0]);
  }
  if (borders.each.length === from.length) return borders.each;
  return refuse(
    'wrong-rank',
    `\`pad_width\` has ${borders.each.length} pairs, and ${formatShape(from)} has ${from.length} axes`,
    { parameter: 'pad_width', facts: { rank: from.length, pairs: borders.each.length } },
  );
}

const pad = defineOp({
  name: 'pad',
  module: 'numpy',
  operation: 'Pad',
  summary: 'Elements added before and behind each axis.',
  params: { x: tensor(), pad_width: padWidth, mode: other(str('constant')), constant_values: other() },
  symbolicBy: ['x'],
  output: ({ args: { x, pad_width: width } }) => tensorOf(padded(x.shape, bordersOf(x.shape, width)), x.dtype),
  explain: ({ args: { x, pad_width: width } }) => explainPadded(x.shape, bordersOf(x.shape, width)),
});

const diff = defineOp({
  name: 'diff',
  module: 'numpy',
  operation: 'Diff',
  summary: 'Differences of neighbours along an axis, n times.',
  params: { a: tensor(), n: size(1), axis: integer(-1) },
  output: ({ args: { a, n, axis } }) => {
    const at = axisOf(axis, a.rank);
    const left = subtract(a.shape[at] as Dimension, n);
    return tensorOf(replaced(a.shape, at, isKnown(left) ? Math.max(0, left) : left), a.dtype);
  },
});

const trapezoid = defineOp({
  name: 'trapezoid',
  module: 'numpy',
  operation: 'Trapezoid',
  summary: 'Integral along an axis by the trapezoidal rule.',
  params: { y: tensor(), x: optionalTensor(), dx: other({ kind: 'float', value: 1 }), axis: optionalInteger(-1) },
  symbolicBy: ['y'],
  output: ({ args: { y, axis } }) => {
    const type = resultType(y.dtype, 'float');
    if (axis === null || y.rank === 0) return tensorOf(y.shape, type);
    const at = ((axis % y.rank) + y.rank) % y.rank;
    return tensorOf([...y.shape.slice(0, at), ...y.shape.slice(at + 1)], type);
  },
});

const diag = defineOp({
  name: 'diag',
  module: 'numpy',
  operation: 'Diag',
  summary: 'The diagonal of a matrix, or a matrix with a vector on its diagonal.',
  params: { x: tensor(), k: integer(0) },
  output: ({ args: { x, k } }) => tensorOf(diagShape(x.shape, k, dynamic), x.dtype),
});

const diagflat = defineOp({
  name: 'diagflat',
  module: 'numpy',
  operation: 'Diagflat',
  summary: 'A matrix with all elements on a diagonal.',
  params: { x: tensor(), k: integer(0) },
  output: ({ args: { x, k } }) => tensorOf(diagflatShape(x.shape, k, dynamic), x.dtype),
});

const diagonal = defineOp({
  name: 'diagonal',
  module: 'numpy',
  operation: 'Diagonal',
  summary: 'Diagonals of the matrices in two axes.',
  params: { x: tensor(), offset: integer(0), axis1: integer(0), axis2: integer(1) },
  output: ({ args: { x, offset, axis1, axis2 } }) =>
    tensorOf(diagonalShape(x.shape, offset, axis1, axis2, dynamic()), x.dtype),
});

const trace = defineOp({
  name: 'trace',
  module: 'numpy',
  operation: 'Trace',
  summary: 'Sums of diagonals of the matrices in two axes.',
  params: { x: tensor(), offset: integer(0), axis1: integer(0), axis2: integer(1) },
  output: ({ args: { x, axis1, axis2 }, floatx }) =>
    tensorOf(traceShape(x.shape, axis1, axis2), accumulated(x.dtype, floatx)),
});

const vander = defineOp({
  name: 'vander',
  module: 'numpy',
  operation: 'Vander',
  summary: 'Powers of each element, a row for each.',
  params: { x: tensor(), N: optionalInteger(), increasing: other({ kind: 'bool', value: false }) },
  output: ({ args: { x, N } }) => {
    if (x.rank !== 1) refuse('wrong-rank', `vander takes a vector, and ${formatShape(x.shape)} is none`);
    if (N !== null && N < 0) refuse('invalid-argument', `\`N\` of vander cannot be ${N}`, { parameter: 'N' });
    const [only = 1] = x.shape;
    return tensorOf([only, N ?? only], x.dtype);
  },
});

export const sizing: readonly OpDefinition[] = [
  broadcastTo,
  tile,
  repeat,
  pad,
  diff,
  trapezoid,
  diag,
  diagflat,
  diagonal,
  trace,
  vander,
];
