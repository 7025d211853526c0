/** Arrays made of numbers: filled, counted, spaced, and of other values. */
import { type Dimension, isKnown, product, unknownDimension } from '../../shapes/dimension';
import { type DType, isInteger } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { broadcast } from '../../shapes/products';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import { args as callArguments } from '../../values/arguments';
import { type Element, numpyArray } from '../../values/tensor';
import { int, NONE, tuple, type Value } from '../../values/value';
import { numberOf } from '../numbers';
import { listOf, type OpDefinition, tensorOf, tupleOf } from '../ops/define-op';
import { NotKnown, type Operand, operandOf } from '../ops/operand';
import type { OpParam } from '../ops/params';
import { anything, describe, flag } from '../params';
import {
  array,
  arrayOrRows,
  asArray,
  integer,
  isUneven,
  moreArrays,
  numpyOp,
  optionalSize,
  readShape,
  shape,
  shapeOfRecords,
  size,
  type,
} from './define';
import { castAll, contentOf, filled, MOST_ITEMS } from './elements';
import { ARRAY_LITERALS, isText, namesRecords, promoted, strongType, toFloat } from './types';

const doubles = 'float64';

const constants: readonly (readonly [name: string, content: number | null])[] = [
  ['zeros', 0],
  ['ones', 1],
  ['empty', null],
];

const constantOps = constants.map(([name, content]) =>
  numpyOp(`${name}(shape, dtype=None, order="C", *, device=None, like=None)`, {
    summary: name === 'empty' ? 'An array with any content.' : `An array of ${name}.`,
    read: { shape: shape(), dtype: type() },
    output: ({ args: { shape: sizes, dtype } }) => tensorOf(sizes, dtype ?? doubles),
    elements: ({ args: { shape: sizes, dtype } }) => constant(sizes, content, dtype ?? doubles),
  }),
);

function constant(sizes: Shape, content: number | boolean | null, dtype: DType): readonly Element[] | null {
  const items = content === null ? null : filled(sizes, content);
  return items && castAll(items as readonly number[], dtype);
}

const likeOps = constants.map(([name, content]) =>
  numpyOp(`${name}_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None)`, {
    summary: `Like another array, ${name === 'empty' ? 'with any content' : `of ${name}`}.`,
    read: { a: array(), dtype: type(), shape: optionalShape() },
    output: ({ args: { a, dtype, shape: sizes } }) => tensorOf(sizes ?? a.anyShape, dtype ?? a.dtype),
    elements: ({ args: { a, dtype, shape: sizes } }) => constant(sizes ?? a.anyShape, content, dtype ?? a.dtype),
  }),
);

function optionalShape(): OpParam<Shape | null> {
  return {
    default: null,
    read: (value, context) => ({ value: value.kind === 'None' ? null : readShape(value, context) }),
  };
}

/** The only number that an operand is. */
function single(operand: Operand): number | boolean | null {
  const content = contentOf(operand);
  const [only] = content?.items ?? [];
  return content?.items.length === 1 && typeof only !== 'string' && only !== undefined ? only : null;
}

function checkFilling(value: Operand, sizes: Shape): void {
  if (hasRank(sizes) && hasRank(value.anyShape)) fitsInto(value.shape, sizes);
}

/** What is written into a place must broadcast to it. */
export function fitsInto(value: readonly Dimension[], place: readonly Dimension[]): void {
  const extra = value.slice(0, Math.max(0, value.length - place.length));
  if (extra.some((one) => isKnown(one) && one !== 1)) broadcastInto(value, place);
  const rest = value.slice(extra.length);
  const ends = place.slice(place.length - rest.length);
  const clash = rest.some((one, i) => {
    const other = ends[i] as Dimension;
    return isKnown(one) && isKnown(other) && one !== other && one !== 1;
  });
  if (clash) broadcastInto(value, place);
}

function broadcastInto(value: readonly Dimension[], place: readonly Dimension[]): never {
  const show = (sizes: readonly Dimension[]) => `(${sizes.map((one) => (isKnown(one) ? one : '?')).join(', ')})`;
  return refuse('incompatible-shapes', `${show(value)} does not broadcast to ${show(place)}`, {
    facts: { shapes: [value, place] },
  });
}

const full = numpyOp('full(shape, fill_value, dtype=None, order="C", *, device=None, like=None)', {
  summary: 'An array filled with one value.',
  read: { shape: shape(), fill_value: array(), dtype: type() },
  output: ({ args: { shape: sizes, fill_value: value, dtype } }) => {
    checkFilling(value, sizes);
    return tensorOf(sizes, dtype ?? value.dtype);
  },
  elements: ({ args: { shape: sizes, fill_value: value, dtype } }) =>
    constant(sizes, single(value), dtype ?? value.dtype),
});

const fullLike = numpyOp('full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None)', {
  summary: 'Like another array, filled with one value.',
  read: { a: array(), fill_value: array(), dtype: type(), shape: optionalShape() },
  output: ({ args: { a, fill_value: value, dtype, shape: sizes } }) => {
    checkFilling(value, sizes ?? a.anyShape);
    return tensorOf(sizes ?? a.anyShape, dtype ?? a.dtype);
  },
});

function isNone(value: Value): boolean {
  return value.kind === 'None';
}

/** What `arange` counts through. */
interface Counting {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

function counting(start: Value, stop: Value, step: Value): Counting {
  const by = isNone(step) ? int(1) : step;
  if (!isNone(stop)) return { start: isNone(start) ? int(0) : start, stop, step: by };
  if (isNone(start)) refuse('invalid-argument', 'arange needs a `stop`', { exception: 'TypeError' });
  return { start: int(0), stop: start, step: by };
}

function steps({ start, stop, step }: Counting): Dimension {
  const numbers = [start, stop, step].map(numberOf);
  if (numbers.some((number) => number === undefined)) {
    return unknownDimension({ text: 'a bound of arange is not known' });
  }
  const [from, to, by] = numbers as [number, number, number];
  if (by === 0) {
    return refuse('invalid-argument', 'the step of arange must not be 0', {
      exception: 'ZeroDivisionError',
      parameter: 'step',
    });
  }
  const count = (to - from) / by;
  if (!Number.isFinite(count)) {
    const message = `arange cannot count from ${describe(start)} to ${describe(stop)} by ${describe(step)}`;
    refuse('invalid-argument', message, { parameter: 'stop' });
  }
  // A step of infinity leads out of the range at once.
  if (count === 0 && to !== from) return Object.is(count, -0) ? 0 : 1;
  return Math.max(0, Math.ceil(count));
}

const arange = numpyOp('arange(start=None, stop=None, step=1, dtype=None, *, device=None, like=None)', {
  summary: 'Numbers at a fixed distance.',
  read: { start: anything(), stop: anything(), step: anything(), dtype: type() },
  output: ({ args: { start, stop, step, dtype }, callee }) => {
    const parts = counting(start, stop, step);
    const operands = Object.values(parts).map((part) => asArray(part, { callee, parameter: 'start' }));
    const dates = operands.some(({ dtype: own }) => isText(own));
    if (dates && dtype === '?') throw new NotKnown({ text: 'ranges of dates are not followed' });
    const wrong = operands.find(({ dtype: own }) => !/^(\?|bool|u?int\d+|float\d+)$/.test(own));
    if (wrong) {
      refuse('invalid-argument', `arange counts with numbers, not with ${wrong.dtype}`, { exception: 'TypeError' });
    }
    return tensorOf([steps(parts)], dtype ?? promoted(operands.map((operand) => strongType(operand.type ?? '?'))));
  },
  elements: ({ args: { start, stop, step, dtype } }) => {
    const parts = counting(start, stop, step);
    const count = steps(parts);
    if (!isKnown(count) || count > MOST_ITEMS) return null;
    const [from, by] = [numberOf(parts.start) ?? 0, numberOf(parts.step) ?? 1];
    const whole = Number.isInteger(from) && Number.isInteger(by) && parts.stop.kind === 'int';
    const items = Array.from({ length: count }, (_, i) => from + i * by);
    return castAll(items, dtype ?? (whole ? 'int64' : doubles));
  },
});

interface Spaced {
  readonly name: string;
  readonly more: string;
}

function spaced({ name, more }: Spaced): OpDefinition {
  return numpyOp(`${name}(start, stop, num=50, endpoint=True, ${more})`, {
    summary: 'Numbers between two ends.',
    read: {
      start: array(),
      stop: array(),
      num: size(),
      dtype: type(),
      axis: integer(),
      endpoint: flag(true),
      ...(name === 'linspace' ? { retstep: flag(false) } : {}),
      ...(name === 'logspace' ? { base: array() } : {}),
    },
    output: ({ args }) => {
      const { start, stop, num, dtype, axis } = args;
      if (isKnown(num) && num < 0) {
        refuse('negative-dimension', `\`num\` of ${name} must not be negative`, { parameter: 'num' });
      }
      const { base } = args as { readonly base?: Operand };
      const ends = broadcast(start.shape, stop.shape);
      const rest = base ? broadcast(ends, base.shape) : ends;
      const at = axis < 0 ? axis + rest.length + 1 : axis;
      const common = promoted([start.dtype, stop.dtype, 'float']);
      const made = tensorOf([...rest.slice(0, at), num, ...rest.slice(at)], dtype ?? toFloat(common));
      const step = (args as { retstep?: boolean }).retstep;
      return step ? tupleOf(made, tensorOf(rest, toFloat(common))) : made;
    },
    elements: ({ args }) => {
      const { start, stop, num, dtype, endpoint } = args;
      const [from, to] = [single(start), single(stop)];
      if (name !== 'linspace' || (args as { retstep?: boolean }).retstep) return null;
      if (typeof from !== 'number' || typeof to !== 'number' || !isKnown(num) || num > MOST_ITEMS) return null;
      return castAll(linearlySpaced(from, to, num, endpoint), dtype ?? doubles);
    },
  });
}

/** In the order of numpy's own operations, so that the last digits are the same. */
function linearlySpaced(start: number, stop: number, count: number, endpoint: boolean): readonly number[] {
  const parts = endpoint ? count - 1 : count;
  const span = stop - start;
  const step = span / parts;
  const items = Array.from({ length: count }, (_, i) => {
    if (parts <= 0) return i * span + start;
    return (step === 0 ? (i / parts) * span : i * step) + start;
  });
  if (endpoint && count > 1) items[count - 1] = stop;
  return items;
}

const spacedOps = [
  { name: 'linspace', more: 'retstep=False, dtype=None, axis=0, *, device=None' },
  { name: 'logspace', more: 'base=10.0, dtype=None, axis=0' },
  { name: 'geomspace', more: 'dtype=None, axis=0' },
].map(spaced);

const eye = numpyOp('eye(N, M=None, k=0, dtype=None, order="C", *, device=None, like=None)', {
  summary: 'A matrix with ones on a diagonal.',
  read: { N: size(), M: optionalSize(), dtype: type() },
  output: ({ args: { N, M, dtype } }) => tensorOf(sides(N, M), dtype ?? doubles),
});

function sides(...sizes: readonly (Dimension | null)[]): readonly Dimension[] {
  const [rows = 0, columns = null] = sizes;
  const found = [rows as Dimension, columns ?? (rows as Dimension)];
  if (found.some((one) => isKnown(one) && one < 0)) {
    refuse('negative-dimension', 'a size is negative');
  }
  return found;
}

const identity = numpyOp('identity(n, dtype=None, *, like=None)', {
  summary: 'A square matrix with ones on its diagonal.',
  read: { n: size(), dtype: type() },
  output: ({ args: { n, dtype } }) => tensorOf(sides(n), dtype ?? doubles),
});

const tri = numpyOp('tri(N, M=None, k=0, dtype=None, *, like=None)', {
  summary: 'A matrix with ones below a diagonal.',
  read: { N: size(), M: optionalSize(), dtype: type() },
  output: ({ args: { N, M, dtype } }) => tensorOf(sides(N, M), dtype ?? doubles),
});

const indices = numpyOp('indices(dimensions, dtype=None, sparse=False)', {
  summary: 'The indices of a grid.',
  read: { dimensions: shape(), dtype: type(), sparse: flag(false) },
  output: ({ args: { dimensions: sizes, dtype, sparse } }) => {
    const made = dtype ?? 'int64';
    if (!hasRank(sizes)) throw new NotKnown(sizes.reason);
    if (!sparse) return tensorOf([sizes.length, ...sizes], made);
    return tupleOf(
      ...sizes.map((one, axis) =>
        tensorOf(
          sizes.map((_, i) => (i === axis ? one : 1)),
          made,
        ),
      ),
    );
  },
});

const meshgrid = numpyOp('meshgrid(*xi, copy=True, sparse=False, indexing="xy")', {
  summary: 'Grids of coordinates.',
  read: { xi: moreArrays(), sparse: flag(false), indexing: anything() },
  output: ({ args: { xi, sparse, indexing }, generation }) => {
    if (indexing.kind !== 'str' || (indexing.value !== 'xy' && indexing.value !== 'ij')) {
      refuse('invalid-argument', "`indexing` of meshgrid must be 'xy' or 'ij'", { parameter: 'indexing' });
    }
    const lengths = xi.map((one) => product(one.shape));
    const turned = indexing.value === 'xy' && lengths.length > 1;
    const order = lengths.map((_, i) => (turned && i < 2 ? 1 - i : i));
    const whole = order.map((i) => lengths[i] as Dimension);
    const grids = xi.map((one, i) =>
      tensorOf(sparse ? whole.map((length, axis) => (order[axis] === i ? length : 1)) : whole, one.dtype),
    );
    return generation === 'keras3' ? tupleOf(...grids) : listOf(grids);
  },
});

interface ElementType {
  readonly type: DType;
  /** Null where that is not known. */
  readonly isRecords: boolean | null;
}

/** The type of elements, or null where it is that of what is given. */
function elementType(): OpParam<ElementType | null> {
  const plain = type();
  return {
    default: NONE,
    read: (value, context) => {
      const found = plain.read(value, context);
      if ('failure' in found) return found;
      if (found.value === null) return { value: null };
      return { value: { type: found.value, isRecords: isOpen(value, found.value) ? null : namesRecords(value) } };
    },
  };
}

/** Whether a value may name a type of records as well as another one (`np.dtype(…)`). */
function isOpen({ kind }: Value, found: DType): boolean {
  return kind === 'unknown' || (kind === 'instance' && found === '?');
}

function sizesFor(given: Operand, { isRecords }: ElementType): Shape {
  const { value } = given;
  if (isRecords) return shapeOfRecords(value);
  const mayHoldRecords =
    isRecords === null && value.kind === 'list' && value.items.some(({ kind }) => kind === 'tuple');
  return mayHoldRecords ? unknownShape({ text: 'whether the tuples are records is not known' }) : given.anyShape;
}

/** `np.array` and its kin: whatever is given, as an array. */
function converting(declaration: string, first: string, view: boolean): OpDefinition {
  const minimum = declaration.includes('ndmin');
  return numpyOp(declaration, {
    summary: 'An array of what is given.',
    keepLimits: true,
    read: {
      [first]: arrayOrRows(),
      dtype: elementType(),
      ...(minimum ? { ndmin: integer(), ndmax: integer() } : {}),
    } as {
      readonly dtype: OpParam<ElementType | null>;
    },
    output: ({ args, callee }) => {
      const dtype = args.dtype?.type ?? null;
      const given = (args as unknown as Record<string, Operand>)[first] as Operand;
      if (isUneven(given) && dtype !== 'object' && dtype !== '?') {
        refuse('incompatible-shapes', `the rows of \`${first}\` of ${callee} have different lengths`, {
          parameter: first,
        });
      }
      const least = (args as { ndmin?: number }).ndmin ?? 0;
      const most = (args as { ndmax?: number }).ndmax || Number.POSITIVE_INFINITY;
      const all = args.dtype ? sizesFor(given, args.dtype) : given.anyShape;
      const sizes = hasRank(all) ? all.slice(0, most) : all;
      const missing = hasRank(sizes) ? Math.max(0, least - sizes.length) : 0;
      const padded = hasRank(sizes) ? [...Array.from({ length: missing }, () => 1), ...sizes] : sizes;
      const contiguous =
        first === 'a' && declaration.startsWith('ascontiguous') && hasRank(padded) && padded.length === 0;
      return tensorOf(contiguous ? [1] : padded, dtype ?? given.dtype);
    },
    elements: ({ args }) => {
      const given = (args as unknown as Record<string, Operand>)[first] as Operand;
      const content = isUneven(given) || args.dtype?.isRecords ? null : contentOf(given);
      return content && castAll(content.items, args.dtype?.type ?? given.dtype);
    },
    ...(view ? { view: first } : {}),
  });
}

const conversions: readonly OpDefinition[] = [
  converting(
    'array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, ndmax=0, like=None)',
    'object',
    false,
  ),
  converting('asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None)', 'a', true),
  converting('asanyarray(a, dtype=None, order=None, *, device=None, copy=None, like=None)', 'a', true),
  converting('asarray_chkfinite(a, dtype=None, order=None)', 'a', true),
  converting('ascontiguousarray(a, dtype=None, *, like=None)', 'a', true),
  converting('asfortranarray(a, dtype=None, *, like=None)', 'a', true),
  converting('require(a, dtype=None, requirements=None, *, like=None)', 'a', true),
];

const copy = numpyOp('copy(a, order="K", subok=False)', {
  summary: 'A copy of an array.',
  keepLimits: true,
  read: { a: array() },
  output: ({ args: { a } }) => tensorOf(a.anyShape, a.dtype),
  elements: ({ args: { a } }) => contentOf(a)?.items ?? null,
});

/** `np.fromiter`: as many as the iterable gives. */
const fromiter = numpyOp('fromiter(iter, dtype, count=-1, *, like=None)', {
  summary: 'A vector of what an iterable gives.',
  read: { iter: anything(), dtype: type(), count: integer() },
  output: ({ args: { iter, dtype, count } }) => {
    const known = count >= 0 ? count : lengthOf(iter);
    return tensorOf([known ?? unknownDimension({ text: 'how many items there are is not known' })], dtype ?? doubles);
  },
});

function lengthOf(value: Value): number | undefined {
  const made = operandOf(value, ARRAY_LITERALS)?.anyShape;
  const [first] = made && hasRank(made) ? made : [];
  return first !== undefined && isKnown(first) ? first : undefined;
}

/** Files and buffers: of as many elements as they hold. */
function reading(declaration: string, vector: boolean): OpDefinition {
  return numpyOp(declaration, {
    summary: 'An array that is read from a file.',
    read: declaration.includes('dtype') ? { dtype: type() } : {},
    output: ({ args }) => {
      const why = { text: 'what a file holds is not known' };
      const dtype = (args as { dtype?: DType | null }).dtype ?? (vector ? doubles : '?');
      return tensorOf(vector ? [unknownDimension(why)] : unknownShape(why), dtype);
    },
  });
}

const files: readonly OpDefinition[] = [
  reading('frombuffer(buffer, dtype=None, count=-1, offset=0, *, like=None)', true),
  reading('fromfile(file, dtype=None, count=-1, sep="", offset=0, *, like=None)', true),
  reading('fromstring(string, dtype=None, count=-1, *, sep="", like=None)', true),
];

/** The function is called with the indices of the grid. */
const fromfunction = numpyOp('fromfunction(function, shape, *, dtype=None, like=None, **kwargs)', {
  summary: 'What a function gives for the indices of a grid.',
  read: { function: anything(), shape: shape(), dtype: type() },
  output: () => tensorOf([], '?'),
  evaluate: ({ args: { function: called, shape: sizes, dtype }, context }) => {
    if (!hasRank(sizes)) throw new NotKnown(sizes.reason);
    const grids = sizes.map(() => numpyArray(sizes, dtype ?? doubles));
    return context.call(called, callArguments(grids));
  },
});

const ix = numpyOp('ix_(*args)', {
  summary: 'Vectors as the indices of a grid.',
  read: { args: moreArrays() },
  output: () => [],
  evaluate: ({ args: { args: given } }) =>
    tuple(
      given.map((one, axis) => {
        if (one.rank !== 1) refuse('wrong-rank', 'ix_ takes vectors');
        const isMask = one.dtype === 'bool';
        const length = isMask ? unknownDimension({ text: 'it depends on a mask' }) : (one.shape[0] as Dimension);
        return numpyArray(
          given.map((_, i) => (i === axis ? length : 1)),
          isInteger(one.dtype) ? one.dtype : 'int64',
          isMask ? null : (contentOf(one)?.items ?? null),
        );
      }),
    ),
});

export const making: readonly OpDefinition[] = [
  ...constantOps,
  ...likeOps,
  full,
  fullLike,
  arange,
  ...spacedOps,
  eye,
  identity,
  tri,
  indices,
  meshgrid,
  ...conversions,
  copy,
  fromiter,
  ...files,
  fromfunction,
  ix,
];
