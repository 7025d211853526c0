/** Sorting, searching, counting and sets of elements. */
import { axisOf } from '../../shapes/axes';
import { add, type Dimension, isKnown, product, unknownDimension } from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { formatShape } from '../../shapes/shape';
import type { Output } from '../define-layer';
import { type OpDefinition, tensorOf, tupleOf } from '../ops/define-op';
import { NotKnown, type Operand } from '../ops/operand';
import type { OpParam } from '../ops/params';
import { anything, flag, sequenceItems } from '../params';
import { array, integer, numpyOp, optionalArray, optionalInteger } from './define';
import { contentOf, distinct, type Plain } from './elements';
import { unknownCount } from './elementwise';
import { promoted } from './types';

interface Ordering {
  readonly declaration: string;
  readonly positions: boolean;
}

const orderings: readonly Ordering[] = [
  { declaration: 'sort(a, axis=-1, kind=None, order=None, *, stable=None)', positions: false },
  { declaration: 'argsort(a, axis=-1, kind=None, order=None, *, stable=None)', positions: true },
  { declaration: 'partition(a, kth, axis=-1, kind="introselect", order=None)', positions: false },
  { declaration: 'argpartition(a, kth, axis=-1, kind="introselect", order=None)', positions: true },
];

const orderingOps = orderings.map(({ declaration, positions }) =>
  numpyOp(declaration, {
    summary: positions ? 'Where elements would be in order.' : 'Elements in order.',
    read: { a: array(), axis: optionalInteger(), ...(declaration.includes('kth') ? { kth: array() } : {}) },
    output: ({ args }) => {
      const { a, axis } = args;
      const type = positions ? 'int64' : a.dtype;
      if (axis !== null) axisOf(axis, a.rank);
      const shape = axis === null ? [product(a.shape)] : a.shape;
      const size = axis === null ? shape[0] : shape[axisOf(axis, a.rank)];
      const kth = (args as { kth?: Operand }).kth;
      const wrong =
        kth &&
        contentOf(kth)
          ?.items.map(Number)
          .find((one) => isKnown(size ?? 0) && (one >= Number(size) || one < -Number(size)));
      if (wrong !== undefined) {
        refuse('axis-out-of-range', `there is no element ${wrong}: the axis has ${Number(size)}`, { parameter: 'kth' });
      }
      return tensorOf(shape, type);
    },
    elements: ({ args: { a } }) => {
      const content = contentOf(a);
      return declaration.startsWith('sort') && content?.shape.length === 1 ? inOrder(content.items) : null;
    },
  }),
);

function inOrder(items: readonly Plain[]): readonly Plain[] {
  return typeof items[0] === 'string' ? [...items].sort() : [...items].sort((a, b) => Number(a) - Number(b));
}

const searchsorted = numpyOp('searchsorted(a, v, side="left", sorter=None)', {
  summary: 'Where elements would be put into a sorted vector.',
  read: { a: array(), v: array() },
  output: ({ args: { a, v } }) => {
    if (a.rank !== 1) refuse('wrong-rank', 'searchsorted looks into vectors', { parameter: 'a' });
    return tensorOf(v.anyShape, 'int64');
  },
});

const digitize = numpyOp('digitize(x, bins, right=False)', {
  summary: 'In which bin each element is.',
  read: { x: array() },
  output: ({ args: { x } }) => tensorOf(x.anyShape, 'int64'),
});

const bincount = numpyOp('bincount(x, /, weights=None, minlength=0)', {
  summary: 'How often each int occurs.',
  read: { x: array(), weights: optionalArray(), minlength: integer() },
  output: ({ args: { x, weights, minlength } }) => {
    if (x.rank !== 1) refuse('wrong-rank', 'bincount takes vectors', { parameter: 'x' });
    if (/float|complex/.test(x.dtype)) {
      refuse('incompatible-dtypes', `bincount takes ints, not ${x.dtype}`, { exception: 'TypeError', parameter: 'x' });
    }
    const items = contentOf(x)?.items.map(Number);
    const largest = items ? Math.max(-1, ...items) + 1 : undefined;
    const count = largest === undefined ? unknownCount() : Math.max(largest, minlength);
    return tensorOf([count], weights ? 'float64' : 'int64');
  },
});

const unique = numpyOp(
  'unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True)',
  {
    summary: 'The different elements, in order.',
    read: {
      ar: array(),
      return_index: flag(false),
      return_inverse: flag(false),
      return_counts: flag(false),
      axis: optionalInteger(),
    },
    output: ({ args: { ar, return_index, return_inverse, return_counts, axis }, generation }) => {
      const content = axis === null ? contentOf(ar) : null;
      const at = axis === null ? null : axisOf(axis, ar.rank);
      const empty = ar.shape.includes(0) && ar.shape.every(isKnown);
      const count = content
        ? distinct(content.items).length
        : empty && at === null
          ? 0
          : (at === null && ar.tensor?.classes) || unknownCount('how many different elements there are is not known');
      const made = tensorOf(at === null ? [count] : ar.shape.map((size, i) => (i === at ? count : size)), ar.dtype);
      const length = at === null ? product(ar.shape) : (ar.shape[at] as Dimension);
      const inverse = at === null && generation === 'keras3' ? ar.shape : [length];
      const more: Output[] = [];
      if (return_index) more.push(tensorOf([count], 'int64'));
      if (return_inverse) more.push(tensorOf(inverse, 'int64'));
      if (return_counts) more.push(tensorOf([count], 'int64'));
      return more.length === 0 ? made : tupleOf(made, ...more);
    },
    elements: ({ args: { ar, axis } }) => {
      const content = contentOf(ar);
      return content && axis === null ? distinct(content.items) : null;
    },
  },
);

interface SetRow {
  readonly declaration: string;
  readonly summary: string;
  readonly combine: (a: readonly Plain[], b: readonly Plain[]) => readonly Plain[];
}

const setRows: readonly SetRow[] = [
  {
    declaration: 'intersect1d(ar1, ar2, assume_unique=False, return_indices=False)',
    summary: 'Elements that both have.',
    combine: (a, b) => a.filter((one) => b.includes(one)),
  },
  { declaration: 'union1d(ar1, ar2)', summary: 'Elements that one has.', combine: (a, b) => [...a, ...b] },
  {
    declaration: 'setdiff1d(ar1, ar2, assume_unique=False)',
    summary: 'Elements that only the first has.',
    combine: (a, b) => a.filter((one) => !b.includes(one)),
  },
  {
    declaration: 'setxor1d(ar1, ar2, assume_unique=False)',
    summary: 'Elements that just one has.',
    combine: (a, b) => [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))],
  },
];

const setOps = setRows.map(({ declaration, summary, combine }) => {
  const found = (ar1: Operand, ar2: Operand) => {
    const [a, b] = [contentOf(ar1), contentOf(ar2)];
    return a && b ? distinct(combine(a.items, b.items)) : null;
  };
  const type = (ar1: Operand, ar2: Operand): DType =>
    declaration.startsWith('setdiff') ? ar1.dtype : promoted([ar1.dtype, ar2.dtype]);
  return numpyOp(declaration, {
    summary,
    read: { ar1: array(), ar2: array() },
    output: (question) => {
      const { ar1, ar2 } = question.args;
      const one = tensorOf([found(ar1, ar2)?.length ?? unknownCount()], type(ar1, ar2));
      if (!question.written('return_indices')) return one;
      const where = tensorOf([found(ar1, ar2)?.length ?? unknownCount()], 'int64');
      return tupleOf(one, where, where);
    },
    elements: ({ args: { ar1, ar2 } }) => found(ar1, ar2),
  });
});

/** Bins: a number of them, or their edges. */
interface Bins {
  readonly count: Dimension;
  /** The type of the edges, where they are given. */
  readonly edges: DType | null;
}

function bins(): OpParam<Bins> {
  return {
    default: null,
    read: (value, context) => {
      const open = unknownCount('how many bins there are is not known');
      if (value.kind === 'str' || value.kind === 'unknown') return { value: { count: open, edges: null } };
      const given = array().read(value, context);
      if (!('value' in given)) return given;
      const operand = given.value;
      if (operand.rank === 1) return { value: { count: add(operand.shape[0] as Dimension, -1), edges: operand.dtype } };
      const count = contentOf(operand)?.items[0];
      return { value: { count: typeof count === 'number' ? count : open, edges: null } };
    },
  };
}

/** Edges that are worked out are floats, of as many bits as the data. */
function edgeType(a: Operand, { edges }: Bins): DType {
  if (edges !== null) return edges;
  return isFloating(a.dtype) ? a.dtype : isInteger(a.dtype) ? 'float64' : '?';
}

/** Where the elements of a triangle of a given matrix are. */
function triangleFrom(name: string): OpDefinition {
  return numpyOp(`${name}(arr, k=0)`, {
    summary: 'Where the elements of a triangle of a matrix are.',
    read: { arr: array(), k: integer() },
    output: ({ args: { arr, k } }) => {
      const [rows, columns] = arr.shape;
      if (rows === undefined || columns === undefined || arr.rank !== 2) {
        return refuse('wrong-rank', `${name} takes a matrix, and ${formatShape(arr.shape)} is none`, {
          parameter: 'arr',
        });
      }
      const count =
        isKnown(rows) && isKnown(columns)
          ? triangleSize(name, rows, columns, k)
          : unknownDimension({ text: 'a size of the matrix is not known' });
      return tupleOf(tensorOf([count], 'int64'), tensorOf([count], 'int64'));
    },
  });
}

function triangleSize(name: string, rows: number, columns: number, k: number): number {
  let count = 0;
  for (let row = 0; row < Math.min(rows, 10_000); row++) {
    count += name.startsWith('triu') ? clamped(columns - row - k, columns) : clamped(row + k + 1, columns);
  }
  return count;
}

const histogram = numpyOp('histogram(a, bins=10, range=None, density=None, weights=None)', {
  summary: 'How many elements are in each bin, and the edges of the bins.',
  read: { a: array(), bins: bins(), density: anything(), weights: anything() },
  output: ({ args: { a, bins: given, density, weights } }) => {
    const { count } = given;
    const plain = density.kind === 'None' && weights.kind === 'None';
    const off = density.kind === 'bool' && !density.value && weights.kind === 'None';
    return tupleOf(
      tensorOf([count], plain || off ? 'int64' : weights.kind === 'None' ? 'float64' : '?'),
      tensorOf([add(count, 1)], edgeType(a, given)),
    );
  },
});

const histogramEdges = numpyOp('histogram_bin_edges(a, bins=10, range=None, weights=None)', {
  summary: 'The edges of bins.',
  read: { a: array(), bins: bins() },
  output: ({ args: { a, bins: given } }) => tensorOf([add(given.count, 1)], edgeType(a, given)),
});

const histogram2d = numpyOp('histogram2d(x, y, bins=10, range=None, density=None, weights=None)', {
  summary: 'How many points are in each bin of a plane.',
  read: { bins: binsOfAxes() },
  output: ({ args: { bins: counts } }) =>
    tupleOf(tensorOf(counts, 'float64'), ...counts.map((count) => tensorOf([add(count, 1)], 'float64'))),
});

/** One argument for both axes, or one for each (`[xedges, yedges]`, `[10, 20]`). */
function binsOfAxes(): OpParam<readonly [Dimension, Dimension]> {
  return {
    default: null,
    read: (value, context) => {
      const items = value.kind === 'tensor' ? null : sequenceItems(value);
      const axes = items?.length === 2 ? items : [value, value];
      const [x, y] = axes.map((one) => bins().read(one, context));
      if (!x || !y || !('value' in x) || !('value' in y))
        throw new NotKnown({ text: 'how many bins there are is not known' });
      return { value: [x.value.count, y.value.count] };
    },
  };
}

function triangle(name: string): OpDefinition {
  return numpyOp(`${name}(n, k=0, m=None)`, {
    summary: 'Where the elements of a triangle are.',
    read: { n: integer(), k: integer(), m: optionalInteger() },
    output: ({ args: { n, k, m } }) => {
      const one = tensorOf([triangleSize(name, n, m ?? n, k)], 'int64');
      return tupleOf(one, one);
    },
  });
}

function clamped(count: number, most: number): number {
  return Math.min(Math.max(count, 0), most);
}

const diagIndices = numpyOp('diag_indices(n, ndim=2)', {
  summary: 'Where a diagonal is.',
  read: { n: integer(), ndim: integer() },
  output: ({ args: { n, ndim } }) => tupleOf(...Array.from({ length: ndim }, () => tensorOf([n], 'int64'))),
});

const unravel = numpyOp('unravel_index(indices, shape, order="C")', {
  summary: 'Positions of the elements with these numbers.',
  read: { indices: array(), shape: array() },
  output: ({ args: { indices, shape } }) => {
    const count = shape.rank === 0 ? 1 : (shape.shape[0] as Dimension);
    if (!isKnown(count)) return tensorOf(indices.anyShape, '?');
    return tupleOf(...Array.from({ length: count }, () => tensorOf(indices.anyShape, 'int64')));
  },
});

const lexsort = numpyOp('lexsort(keys, axis=-1)', {
  summary: 'Order by several keys.',
  read: { keys: array() },
  output: ({ args: { keys } }) => tensorOf(keys.shape.slice(1), 'int64'),
});

export const sorting: readonly OpDefinition[] = [
  ...orderingOps,
  searchsorted,
  digitize,
  bincount,
  unique,
  ...setOps,
  histogram,
  histogramEdges,
  histogram2d,
  triangle('triu_indices'),
  triangle('tril_indices'),
  triangleFrom('triu_indices_from'),
  triangleFrom('tril_indices_from'),
  diagIndices,
  unravel,
  lexsort,
];
