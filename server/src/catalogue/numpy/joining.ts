/** Arrays joined and split again. */
import { axisOf, replaced } from '../../shapes/axes';
import { add, type Dimension, isKnown, product, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { concatenated, explainConcatenated, joined, stacked } from '../../shapes/joining';
import { refuse } from '../../shapes/problem';
import { hasRank } from '../../shapes/shape';
import { sliceCount } from '../../shapes/slicing';
import type { Value } from '../../values/value';
import type { OutputTensor } from '../define-layer';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { NotKnown, type Operand } from '../ops/operand';
import { anything, sequenceItems } from '../params';
import { array, arrays, asArray, integer, isOfAnyLength, numpyOp, optionalInteger, type } from './define';
import { castAll, contentOf, type Plain, rowsAt } from './elements';
import { places, unknownCount } from './elementwise';
import { grownTo } from './shaping';
import { splitOps } from './splitting';
import { promoted } from './types';

type Sizes = readonly Dimension[];

const shapesOf = (parts: readonly Operand[]) => parts.map((part) => part.shape);

function joinedType(parts: readonly Operand[]): DType {
  return promoted(parts.map((part) => part.dtype));
}

function checkSome(parts: readonly Operand[]): void {
  if (parts.length === 0) refuse('invalid-argument', 'there is no array to join');
}

/** Elements of arrays that are laid one after the other along their first axis. */
function rowByRow(parts: readonly Operand[], dtype: DType): readonly Plain[] | null {
  const items: Plain[] = [];
  for (const part of parts) {
    const content = contentOf(part);
    if (!content) return null;
    items.push(...content.items);
  }
  return castAll(items, dtype);
}

/** Of a list of any number of arrays: what one of them gives and what two give are alike but for the sizes that grow. */
function likeAnyNumber(parts: readonly Operand[], join: (parts: readonly Operand[]) => OutputTensor): OutputTensor {
  if (!isOfAnyLength(parts)) return join(parts);
  const [one, two] = [join(parts), join([...parts, ...parts])];
  const [first, second] = [one.shape, two.shape];
  if (!hasRank(first) || !hasRank(second)) return one;
  const grown = unknownDimension({ text: 'how many arrays are joined is not known' });
  return tensorOf(
    first.map((size, axis) => (isKnown(size) && size !== second[axis] ? grown : size)),
    one.dtype,
  );
}

function joinAlong(parts: readonly Operand[], along: number): Sizes {
  checkSome(parts);
  if (parts.some((part) => part.rank === 0)) refuse('wrong-rank', 'arrays without axes cannot be joined');
  return mergedAlong(shapesOf(parts), along);
}

/** All other sizes must be alike; what one does not know another may. */
function mergedAlong(shapes: readonly Sizes[], along: number): Sizes {
  const whole = concatenated(shapes, along);
  return joined(shapes, axisOf(along, whole.length), 'any');
}

const concatenate = numpyOp('concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind")', {
  aliases: ['concat'],
  summary: 'Arrays joined along an axis.',
  read: { arrays: arrays(), axis: optionalInteger(), dtype: type() },
  output: ({ args: { arrays: given, axis: along, dtype } }) =>
    likeAnyNumber(given, (parts) => {
      const made = dtype ?? joinedType(parts);
      if (along === null) {
        checkSome(parts);
        return tensorOf([flatCount(parts)], made);
      }
      return tensorOf(joinAlong(parts, along), made);
    }),
  explain: ({ args: { arrays: parts, axis: along } }) =>
    along === null ? [] : explainConcatenated(shapesOf(parts), along),
  elements: ({ args: { arrays: parts, axis: along, dtype } }) =>
    along === null || (along === 0 && parts[0]?.rank !== 0) ? rowByRow(parts, dtype ?? joinedType(parts)) : null,
});

function flatCount(parts: readonly Operand[]): Dimension {
  return parts.map((part) => product(part.shape)).reduce(add, 0);
}

const stack = numpyOp('stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind")', {
  summary: 'Arrays laid along a new axis.',
  read: { arrays: arrays(), axis: integer(), dtype: type() },
  output: ({ args: { arrays: given, axis: along, dtype } }) =>
    likeAnyNumber(given, (parts) => {
      checkSome(parts);
      return tensorOf(stacked(shapesOf(parts), along), dtype ?? joinedType(parts));
    }),
  elements: ({ args: { arrays: parts, axis: along, dtype } }) =>
    along === 0 ? rowByRow(parts, dtype ?? joinedType(parts)) : null,
});

interface Sticking {
  readonly declaration: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** The parts as they are joined, and along which axis. */
  readonly arranged: (shapes: readonly Sizes[]) => readonly [shapes: readonly Sizes[], axis: number];
  readonly rows?: boolean;
}

const sticking: readonly Sticking[] = [
  {
    declaration: 'vstack(tup, *, dtype=None, casting="same_kind")',
    aliases: ['row_stack'],
    summary: 'Arrays one below the other.',
    arranged: (shapes) => [shapes.map((one) => grownTo(one, 2)), 0],
    rows: true,
  },
  {
    declaration: 'hstack(tup, *, dtype=None, casting="same_kind")',
    summary: 'Arrays side by side: vectors along their only axis.',
    arranged: (shapes) => {
      const grown = shapes.map((one) => grownTo(one, 1));
      return [grown, grown[0]?.length === 1 ? 0 : 1];
    },
  },
  {
    declaration: 'dstack(tup)',
    summary: 'Arrays behind each other, along the third axis.',
    arranged: (shapes) => [shapes.map((one) => grownTo(one, 3)), 2],
  },
  {
    declaration: 'column_stack(tup)',
    summary: 'Vectors as the columns of a matrix.',
    arranged: (shapes) => [shapes.map((one) => (one.length < 2 ? [...grownTo(one, 1), 1] : one)), 1],
  },
];

const stickingOps = sticking.map(({ declaration, aliases = [], summary, arranged, rows = false }) =>
  numpyOp(declaration, {
    aliases,
    summary,
    read: { tup: arrays(), ...(declaration.includes('dtype') ? { dtype: type() } : {}) },
    output: ({ args }) =>
      likeAnyNumber(args.tup, (parts) => {
        checkSome(parts);
        const [shapes, along] = arranged(shapesOf(parts));
        return tensorOf(mergedAlong(shapes, along), (args as { dtype?: DType | null }).dtype ?? joinedType(parts));
      }),
    explain: ({ args: { tup } }) => explainConcatenated(...arranged(shapesOf(tup))),
    elements: ({ args: { tup } }) => {
      const vectors = tup.every((part) => part.rank === 1);
      return rows || (declaration.startsWith('hstack') && vectors) ? rowByRow(tup, joinedType(tup)) : null;
    },
  }),
);

const append = numpyOp('append(arr, values, axis=None)', {
  summary: 'An array with another behind it; flat where no axis is given.',
  read: { arr: array(), values: array(), axis: optionalInteger() },
  output: ({ args: { arr, values, axis: along } }) => {
    const parts = [arr, values];
    return tensorOf(along === null ? [flatCount(parts)] : joinAlong(parts, along), joinedType(parts));
  },
  elements: ({ args: { arr, values, axis: along } }) =>
    along === null || (along === 0 && arr.rank > 0) ? rowByRow([arr, values], joinedType([arr, values])) : null,
});

/** How many places an index names: a number, some of them, or a slice of an axis. */
function placesNamed(value: Value, size: Dimension, callee: string): Dimension | 'one' {
  if (value.kind === 'slice') {
    const bounds = [value.start, value.stop, value.step].map((bound) =>
      bound.kind === 'None' ? null : bound.kind === 'int' ? Number(bound.value) : undefined,
    );
    if (!isKnown(size) || bounds.includes(undefined)) return unknownCount();
    const [start, stop, step] = bounds as [number | null, number | null, number | null];
    return sliceCount(size, start, stop, step ?? 1);
  }
  if (value.kind === 'unknown') throw new NotKnown(value.reason);
  const named = asArray(value, { callee, parameter: 'obj' });
  if (named.rank === 0) return 'one';
  if (named.dtype === 'bool') return contentOf(named)?.items.filter(Boolean).length ?? unknownCount();
  return product(named.shape);
}

const deletion = numpyOp('delete(arr, obj, axis=None)', {
  summary: 'Without some elements along an axis.',
  read: { arr: array(), obj: anything(), axis: optionalInteger() },
  output: ({ args: { arr, obj, axis: along }, callee }) => {
    const shape = along === null ? [product(arr.shape)] : arr.shape;
    const at = along === null ? 0 : axisOf(along, arr.rank);
    const size = shape[at] as Dimension;
    const count = placesNamed(obj, size, callee);
    const named =
      obj.kind === 'slice' || obj.kind === 'unknown' ? null : contentOf(asArray(obj, { callee, parameter: 'obj' }));
    if (isKnown(size) && named && !named.items.some((one) => typeof one === 'boolean')) {
      const indices = named.items.map(Number);
      const wrong = indices.find((one) => one >= size || one < -size);
      if (wrong !== undefined) {
        refuse('axis-out-of-range', `index ${wrong} is not there: the axis has ${size}`, { exception: 'IndexError' });
      }
      const gone = new Set(indices.map((one) => (one < 0 ? one + size : one))).size;
      return tensorOf(replaced(shape, at, size - gone), arr.dtype);
    }
    const less = count === 'one' ? 1 : count;
    const rest =
      isKnown(size) && isKnown(less) ? size - less : unknownDimension({ text: 'how many are left is not known' });
    return tensorOf(replaced(shape, at, rest), arr.dtype);
  },
});

const insertion = numpyOp('insert(arr, obj, values, axis=None)', {
  summary: 'With elements put in along an axis.',
  read: { arr: array(), obj: anything(), values: array(), axis: optionalInteger() },
  output: ({ args: { arr, obj, values, axis: along }, callee }) => {
    const shape = along === null ? [product(arr.shape)] : arr.shape;
    const at = along === null ? 0 : axisOf(along, arr.rank);
    const size = shape[at] as Dimension;
    const count = placesNamed(obj, size, callee);
    const single = values.rank === 0 ? 1 : along === null || values.rank === 1 ? product(values.shape) : null;
    // Values for one place are laid along the axis by their first axis, once there are as many as the array has.
    const ends = values.rank < shape.length ? 1 : (values.shape[0] ?? 1);
    const more = count !== 'one' ? count : along === null ? (single ?? 1) : shape.length === 1 ? (single ?? 1) : ends;
    return tensorOf(replaced(shape, at, add(size, more)), arr.dtype);
  },
});

/** Nested lists of arrays: the innermost along the last axis. */
const block = numpyOp('block(arrays)', {
  summary: 'An array put together from nested lists of blocks.',
  read: { arrays: anything() },
  output: ({ args: { arrays: given }, callee }) => {
    const parts: Operand[] = [];
    const depth = depthOf(given);
    const leaves = leavesOf(given, (value) => asArray(value, { callee, parameter: 'arrays' }));
    parts.push(...leaves);
    if (parts.length === 0) refuse('invalid-argument', 'there is no block');
    const rank = Math.max(depth, ...parts.map((part) => part.rank));
    const shape = assembled(
      given,
      (value) => {
        const own = asArray(value, { callee, parameter: 'arrays' }).shape;
        return [...Array.from({ length: rank - own.length }, () => 1), ...own];
      },
      rank - depth,
    );
    return tensorOf(shape, joinedType(parts));
  },
});

function listItems(value: Value): readonly Value[] | null {
  if (value.kind === 'tuple') {
    refuse('invalid-argument', 'block takes lists of arrays, no tuples', { exception: 'TypeError' });
  }
  if (value.kind === 'list' && value.uncertain) throw new NotKnown(value.uncertain);
  if (value.kind === 'unknown') throw new NotKnown(value.reason);
  return sequenceItems(value);
}

function depthOf(value: Value): number {
  const items = listItems(value);
  if (!items) return 0;
  const depths = new Set(items.map(depthOf));
  if (items.length === 0 || depths.size > 1) refuse('invalid-argument', 'lists of blocks must be nested alike');
  return 1 + (depths.values().next().value as number);
}

function leavesOf(value: Value, read: (value: Value) => Operand): Operand[] {
  const items = listItems(value);
  return items ? items.flatMap((item) => leavesOf(item, read)) : [read(value)];
}

function assembled(value: Value, read: (value: Value) => Sizes, axis: number): Sizes {
  const items = listItems(value);
  if (!items) return read(value);
  const parts = items.map((item) => assembled(item, read, axis + 1));
  const rank = (parts[0] as Sizes).length;
  return mergedAlong(parts, Math.min(axis, rank - 1));
}

const unstack = numpyOp('unstack(x, /, *, axis=0)', {
  summary: 'The parts along an axis.',
  read: { x: array(), axis: integer() },
  output: ({ args: { x, axis: along } }) => {
    const at = axisOf(along, x.rank);
    const count = x.shape[at] as Dimension;
    if (!isKnown(count)) throw new NotKnown({ text: 'how many parts there are is not known' });
    const part = x.shape.filter((_, i) => i !== at);
    return { type: 'tuple', items: Array.from({ length: count }, () => tensorOf(part, x.dtype)) };
  },
});

/** `np.r_[…]` and `np.c_[…]`: what stands in the brackets, joined. */
function subscripted(name: 'r_' | 'c_'): OpDefinition {
  return numpyOp(`${name}(key)`, {
    summary: name === 'r_' ? 'What is in the brackets, joined along the first axis.' : 'Vectors as columns.',
    read: { key: anything() },
    output: ({ args: { key }, callee }) => {
      const items = key.kind === 'tuple' ? key.items : [key];
      if (items.some((item) => item.kind === 'str'))
        throw new NotKnown({ text: 'texts in the brackets are not followed' });
      const parts = items.map((item) => (item.kind === 'slice' ? countedSlice(item) : plainPart(item, callee)));
      const least = name === 'r_' ? 1 : 2;
      const shapes = parts.map(({ shape }) =>
        shape.length < least ? [...grownTo(shape, 1), ...(least === 2 ? [1] : [])] : shape,
      );
      const rank = Math.max(...shapes.map((shape) => shape.length));
      const grown = shapes.map((shape) =>
        shape.length < rank ? [...Array.from({ length: rank - shape.length }, () => 1), ...shape] : shape,
      );
      return tensorOf(mergedAlong(grown, name === 'r_' ? 0 : -1), promoted(parts.map((part) => part.dtype)));
    },
  });
}

interface Part {
  readonly shape: Sizes;
  readonly dtype: DType;
}

function plainPart(value: Value, callee: string): Part {
  const { shape, dtype } = asArray(value, { callee, parameter: 'key' });
  return { shape, dtype };
}

/** A slice in the brackets counts, as `arange` does; with an imaginary step as `linspace`. */
function countedSlice({ start, stop, step }: Value & { readonly kind: 'slice' }): Part {
  if (step.kind === 'complex') return { shape: [Math.trunc(Math.abs(step.imaginary))], dtype: 'float64' };
  const numbers = [
    start.kind === 'None' ? 0 : numberIn(start),
    numberIn(stop),
    step.kind === 'None' ? 1 : numberIn(step),
  ];
  const float = [start, stop, step].some((bound) => bound.kind === 'float');
  if (numbers.some((one) => one === null)) return { shape: [unknownCount('a bound is not known')], dtype: '?' };
  const [from, to, by] = numbers as [number, number, number];
  return { shape: [Math.max(0, Math.ceil((to - from) / by))], dtype: float ? 'float64' : 'int64' };
}

function numberIn(value: Value): number | null {
  return value.kind === 'int' || value.kind === 'float' ? Number(value.value) : null;
}

const compress = numpyOp('compress(condition, a, axis=None, out=None)', {
  summary: 'The parts along an axis where a condition holds.',
  read: { condition: array(), a: array(), axis: optionalInteger() },
  output: ({ args: { condition, a, axis: along } }) => {
    const shape = along === null ? [product(a.shape)] : a.shape;
    const at = along === null ? 0 : axisOf(along, a.rank);
    const count = contentOf(condition)?.items.filter(Boolean).length ?? unknownCount();
    return tensorOf(replaced(shape, at, count), a.dtype);
  },
});

const extract = numpyOp('extract(condition, arr)', {
  summary: 'The elements where a condition holds.',
  read: { condition: array(), arr: array() },
  output: ({ args: { condition, arr } }) =>
    tensorOf([contentOf(condition)?.items.filter(Boolean).length ?? unknownCount()], arr.dtype),
});

const nonzero = numpyOp('nonzero(a)', {
  summary: 'Where elements are not zero: a vector of positions for each axis.',
  read: { a: array() },
  output: ({ args: { a } }) => places(a),
});

const argwhere = numpyOp('argwhere(a)', {
  summary: 'Where elements are not zero: a row for each.',
  read: { a: array() },
  output: ({ args: { a } }) =>
    tensorOf([contentOf(a)?.items.filter(Boolean).length ?? unknownCount(), a.rank], 'int64'),
});

const flatnonzero = numpyOp('flatnonzero(a)', {
  summary: 'Where elements of the flat array are not zero.',
  read: { a: array() },
  output: ({ args: { a } }) => tensorOf([contentOf(a)?.items.filter(Boolean).length ?? unknownCount()], 'int64'),
});

const take = numpyOp('take(a, indices, axis=None, out=None, mode="raise")', {
  summary: 'Elements by index, along an axis.',
  read: { a: array(), indices: array(), axis: optionalInteger() },
  output: (question) => {
    const { a, indices, axis: along } = question.args;
    const shape = along === null ? [product(a.shape)] : a.shape;
    const at = along === null ? 0 : axisOf(along, a.rank);
    const size = shape[at] as Dimension;
    if (isKnown(size) && !question.written('mode')) {
      const wrong = contentOf(indices)
        ?.items.map(Number)
        .find((one) => one >= size || one < -size);
      if (wrong !== undefined) {
        refuse('axis-out-of-range', `index ${wrong} is not there: the axis has ${size}`, { exception: 'IndexError' });
      }
    }
    return tensorOf([...shape.slice(0, at), ...indices.shape, ...shape.slice(at + 1)], a.dtype);
  },
  elements: ({ args: { a, indices, axis: along } }) => {
    const [content, where] = [contentOf(a), contentOf(indices)];
    if (!content || !where || (along !== null && along !== 0)) return null;
    const flat = along === null ? { shape: [content.items.length], items: content.items } : content;
    return rowsAt(flat, where.items.map(Number));
  },
});

const takeAlong = numpyOp('take_along_axis(arr, indices, axis=-1)', {
  summary: 'Elements by index, an index for each place.',
  read: { arr: array(), indices: array(), axis: optionalInteger() },
  output: ({ args: { arr, indices, axis: along } }) => {
    if (along === null) return tensorOf([product(indices.shape)], arr.dtype);
    const at = axisOf(along, arr.rank);
    if (indices.rank !== arr.rank) {
      refuse('wrong-rank', `the indices have ${indices.rank} axes, and the array ${arr.rank}`, {
        parameter: 'indices',
      });
    }
    const size = arr.shape[at] as Dimension;
    const wrong =
      isKnown(size) &&
      contentOf(indices)
        ?.items.map(Number)
        .find((one) => one >= size || one < -size);
    if (typeof wrong === 'number') {
      refuse('axis-out-of-range', `index ${wrong} is not there: the axis has ${size}`, { exception: 'IndexError' });
    }
    const shape = indices.shape.map((one, i) => {
      const other = arr.shape[i] as Dimension;
      if (i === at || other === 1) return one;
      if (one === 1) return other;
      if (isKnown(one) && isKnown(other) && one !== other) {
        refuse('incompatible-shapes', `axis ${i} of the indices has ${one}, and the array ${other}`, {
          exception: 'IndexError',
          parameter: 'indices',
        });
      }
      return one;
    });
    return tensorOf(shape, arr.dtype);
  },
});

export const joining: readonly OpDefinition[] = [
  concatenate,
  stack,
  ...stickingOps,
  append,
  deletion,
  insertion,
  block,
  ...splitOps,
  unstack,
  compress,
  extract,
  nonzero,
  argwhere,
  flatnonzero,
  take,
  takeAlong,
];

/** What `np.r_` and `np.c_` do with what stands in their brackets. */
export const bracketJoining: readonly OpDefinition[] = [subscripted('r_'), subscripted('c_')];
