/** The same elements in another shape or order, some of them more than once. */
import { axisOf, inserted, replaced, without } from '../../shapes/axes';
import { add, type Dimension, isKnown, product, subtract, unknownDimension } from '../../shapes/dimension';
import { repeatedShape, tiled } from '../../shapes/gathering';
import { inferredReshape } from '../../shapes/inference';
import { refuse } from '../../shapes/problem';
import { explainReshape, type Target } from '../../shapes/reshape';
import { hasRank, type Shape } from '../../shapes/shape';
import { movedAxes, rotated, swappedAxes, transposed } from '../../shapes/transposition';
import { args as callWith } from '../../values/arguments';
import { ListValue, tuple, unknown, type Value } from '../../values/value';
import { runOp } from '../ops/call-op';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { NotKnown, type Operand } from '../ops/operand';
import type { OpParam } from '../ops/params';
import { anything, orNone, type ReadContext, sequenceItems } from '../params';
import {
  array,
  axis,
  integer,
  integers,
  moreArrays,
  numpyOp,
  optionalInteger,
  readShape,
  shape,
  sizeOf,
} from './define';
import { contentOf, type Plain, transposed as turned } from './elements';
import { fitsInto } from './making';

/** The elements of an array, in the order they are in. */
function sameItems(operand: Operand): readonly Plain[] | null {
  return contentOf(operand)?.items ?? null;
}

/** A new shape: an int or a sequence of ints, -1 for what is left. */
export function target(): OpParam<readonly Target[]> {
  return { default: null, read: (value, context) => ({ value: readTarget(value, context) }) };
}

function readTarget(value: Value, context: ReadContext): readonly Target[] {
  if (value.kind === 'tensor' && Array.isArray(value.shape) && value.shape.length === 0) return [goal(value, context)];
  const items = sequenceItems(value);
  if (items) return items.map((item) => goal(item, context));
  if (value.kind !== 'int' && value.kind !== 'bool') {
    const found = readShape(value, context);
    if (!hasRank(found)) throw new NotKnown(found.reason);
    return found;
  }
  return [goal(value, context)];
}

function goal(value: Value, context: ReadContext): Target {
  const size = sizeOf(value, context);
  return size === -1 ? 'rest' : size;
}

/** Refuses what has not as many elements; sizes below -1 count as -1 nowhere. */
export function reshapedTo(from: Shape, to: readonly Target[]): readonly Dimension[] {
  if (to.filter((size) => size === 'rest').length > 1) {
    refuse('invalid-argument', 'only one size can be left to be worked out', { parameter: 'shape' });
  }
  if (!hasRank(from)) {
    return to.map((size) => (size === 'rest' ? unknownDimension(from.reason) : size));
  }
  return inferredReshape(from, to);
}

const reshape = numpyOp('reshape(a, /, shape=None, order="C", *, newshape=None, copy=None)', {
  summary: 'The same elements in another shape.',
  read: { a: array(), shape: target(), newshape: optionalTarget() },
  view: 'a',
  classes: ({ args: { a } }) => a.tensor?.classes ?? null,
  output: (question) => {
    const { a, newshape } = question.args;
    return tensorOf(reshapedTo(a.anyShape, newshape ?? question.args.shape), a.dtype);
  },
  explain: ({ args: { a, shape: to, newshape } }) => explainReshape(a.shape, newshape ?? to),
  elements: (question) => (question.written('order') ? null : sameItems(question.args.a)),
});

function optionalTarget(): OpParam<readonly Target[] | null> {
  return {
    default: null,
    read: (value, context) => ({ value: value.kind === 'None' ? null : readTarget(value, context) }),
  };
}

const ravel = numpyOp('ravel(a, order="C")', {
  summary: 'All elements in one axis.',
  read: { a: array() },
  view: 'a',
  classes: ({ args: { a } }) => a.tensor?.classes ?? null,
  output: ({ args: { a } }) => tensorOf([product(a.shape)], a.dtype),
  elements: (question) => (question.written('order') ? null : sameItems(question.args.a)),
});

const resize = numpyOp('resize(a, new_shape)', {
  summary: 'Another shape, filled with the elements again and again.',
  read: { a: array(), new_shape: shape() },
  output: ({ args: { a, new_shape: sizes } }) => tensorOf(sizes, a.dtype),
});

const transpose = numpyOp('transpose(a, axes=None)', {
  aliases: ['permute_dims'],
  summary: 'Axes in another order.',
  read: { a: array(), axes: orNone(integers(), null) },
  view: 'a',
  output: ({ args: { a, axes } }) => tensorOf(transposed(a.shape, axes), a.dtype),
  elements: ({ args: { a, axes } }) => {
    const content = contentOf(a);
    const order = axes?.map((one) => axisOf(one, a.rank)) ?? a.shape.map((_, i) => a.rank - 1 - i);
    return content && turned(content, order);
  },
});

const matrixTranspose = numpyOp('matrix_transpose(x, /)', {
  aliases: ['linalg.matrix_transpose'],
  summary: 'The last two axes in the other order.',
  read: { x: array() },
  view: 'x',
  output: ({ args: { x } }) => tensorOf(swappedAxes(x.shape, -1, -2), x.dtype),
});

const swapaxes = numpyOp('swapaxes(a, axis1, axis2)', {
  summary: 'Two axes in each other’s place.',
  read: { a: array(), axis1: integer(), axis2: integer() },
  view: 'a',
  output: ({ args: { a, axis1, axis2 } }) => tensorOf(swappedAxes(a.shape, axis1, axis2), a.dtype),
});

const moveaxis = numpyOp('moveaxis(a, source, destination)', {
  summary: 'Axes moved to other places.',
  read: { a: array(), source: integers(), destination: integers() },
  view: 'a',
  output: ({ args: { a, source, destination } }) => {
    for (const named of [source, destination]) {
      const at = named.map((one) => axisOf(one, a.rank));
      if (new Set(at).size < at.length) refuse('invalid-argument', 'an axis is named twice');
    }
    return tensorOf(movedAxes(a.shape, source, destination), a.dtype);
  },
});

const rollaxis = numpyOp('rollaxis(a, axis, start=0)', {
  summary: 'An axis moved before another.',
  read: { a: array(), axis: integer(), start: integer() },
  view: 'a',
  output: ({ args: { a, axis: from, start } }) => {
    const at = axisOf(from, a.rank);
    const before = start < 0 ? start + a.rank : start;
    if (before < 0 || before > a.rank) refuse('axis-out-of-range', `${start} is no place for an axis`);
    const place = at < before ? before - 1 : before;
    return tensorOf(inserted(without(a.shape, [at]), place, a.shape[at] as Dimension), a.dtype);
  },
});

const expandDims = numpyOp('expand_dims(a, axis)', {
  summary: 'New axes of size 1.',
  read: { a: array(), axis: integers() },
  view: 'a',
  output: ({ args: { a, axis: axes } }) => {
    const rank = a.rank + axes.length;
    const at = axes.map((one) => axisOf(one, rank));
    if (new Set(at).size < at.length) refuse('invalid-argument', 'an axis is named twice', { parameter: 'axis' });
    const rest = [...a.shape];
    const made = Array.from({ length: rank }, (_, i) => (at.includes(i) ? 1 : (rest.shift() as Dimension)));
    return tensorOf(made, a.dtype);
  },
  elements: ({ args: { a } }) => sameItems(a),
});

const squeeze = numpyOp('squeeze(a, axis=None)', {
  summary: 'Without axes of size 1.',
  read: { a: array(), axis: axis() },
  view: 'a',
  classes: ({ args: { a } }) => a.tensor?.classes ?? null,
  output: ({ args: { a, axis: axes } }) => {
    if (axes === null) {
      const open = a.shape.find((size) => !isKnown(size));
      if (open !== undefined) throw new NotKnown({ text: 'whether a size is 1 is not known' });
      return tensorOf(
        a.shape.filter((size) => size !== 1),
        a.dtype,
      );
    }
    const at = axes.map((one) => axisOf(one, a.rank));
    const wrong = at.map((one) => a.shape[one] as Dimension).find((size) => isKnown(size) && size !== 1);
    if (wrong !== undefined) {
      refuse('incompatible-shapes', `an axis to squeeze must have the size 1, not ${wrong}`, {
        parameter: 'axis',
        facts: { size: wrong },
      });
    }
    return tensorOf(without(a.shape, at), a.dtype);
  },
  elements: ({ args: { a } }) => sameItems(a),
});

/** Functions that keep the shape; `least` is the rank they take at least. */
function reordering(declaration: string, first: string, summary: string, least = 0): OpDefinition {
  const takesAxis = declaration.includes('axis');
  return numpyOp(declaration, {
    summary,
    read: { [first]: array(), ...(takesAxis ? { axis: axis() } : {}) } as {
      readonly axis: OpParam<readonly number[] | null>;
    },
    output: ({ args }) => {
      const x = (args as unknown as Record<string, Operand>)[first] as Operand;
      if (takesAxis && args.axis) for (const one of args.axis) axisOf(one, x.rank);
      if (least > 0 && x.rank < least) {
        refuse('wrong-rank', `the array must have ${least} axes or more, and has ${x.rank}`, { parameter: first });
      }
      return tensorOf(x.anyShape, x.dtype);
    },
  });
}

const kept: readonly OpDefinition[] = [
  reordering('flip(m, axis=None)', 'm', 'Elements in reverse order along some axes.'),
  reordering('fliplr(m)', 'm', 'Columns in reverse order.', 2),
  reordering('flipud(m)', 'm', 'Rows in reverse order.', 1),
  reordering('roll(a, shift, axis=None)', 'a', 'Elements moved along some axes.'),
];

const rot90 = numpyOp('rot90(m, k=1, axes=None)', {
  summary: 'Turned by 90 degrees, k times.',
  read: { m: array(), k: integer(), axes: anything() },
  output: ({ args: { m, k, axes } }) => {
    const items = sequenceItems(axes);
    const plane = items ? items.map((item) => Number((item as { value?: unknown }).value)) : [0, 1];
    const made = rotated(m.shape, plane);
    return tensorOf(k % 2 === 0 ? m.shape : made, m.dtype);
  },
});

const broadcastTo = numpyOp('broadcast_to(array, shape, subok=False)', {
  summary: 'Repeated to another shape.',
  read: { array: array(), shape: shape() },
  output: ({ args: { array: x, shape: sizes } }) => {
    if (hasRank(sizes) && hasRank(x.anyShape)) {
      if (x.rank > sizes.length) refuse('wrong-rank', 'the array has more axes than the shape', { parameter: 'shape' });
      fitsInto(x.shape, sizes);
    }
    return tensorOf(sizes, x.dtype);
  },
});

const repeat = numpyOp('repeat(a, repeats, axis=None)', {
  summary: 'Each element several times.',
  read: { a: array(), repeats: array(), axis: optionalInteger() },
  output: ({ args: { a, repeats, axis: along } }) => {
    const from = along === null ? [product(a.shape)] : a.shape;
    const at = along === null ? 0 : axisOf(along, a.rank);
    const counts = contentOf(repeats)?.items;
    const why = { text: 'how often elements are repeated is not known' };
    if (!counts) return tensorOf(replaced(from, at, unknownDimension(why)), a.dtype);
    return tensorOf(repeatedShape(from, counts.map(Number), at, unknownDimension(why)), a.dtype);
  },
});

const tile = numpyOp('tile(A, reps)', {
  summary: 'The array laid side by side.',
  read: { A: array(), reps: shape() },
  output: ({ args: { A, reps } }) => {
    if (!hasRank(reps)) throw new NotKnown(reps.reason);
    return tensorOf(tiled(A.shape, reps), A.dtype);
  },
});

/** Widths before and behind each axis: one number, a pair, or pairs. */
const pad = numpyOp('pad(array, pad_width, mode="constant", **kwargs)', {
  summary: 'Elements put around an array.',
  read: { array: array(), pad_width: array() },
  output: ({ args: { array: x, pad_width: widths } }) => {
    const pairs = pairsOf(widths, x.rank);
    const grown = x.shape.map((size, i) => {
      const [before, after] = pairs?.[i] ?? [];
      if (before === undefined || after === undefined) return unknownDimension({ text: 'a width is not known' });
      return add(size, before + after);
    });
    return tensorOf(grown, x.dtype);
  },
  explain: ({ args: { array: x, pad_width: widths } }) => {
    const pairs = pairsOf(widths, x.rank) ?? [];
    return pairs.flatMap(([before, after], i) => {
      const size = x.shape[i];
      const wide = before + after > 0 && size !== undefined && isKnown(size);
      return wide ? [`axis ${i}: ${before} + ${size} + ${after} = ${before + size + after}`] : [];
    });
  },
});

function pairsOf(widths: Operand, rank: number): readonly (readonly [number, number])[] | null {
  const sizes = widths.shape;
  if (/float|complex/.test(widths.dtype)) {
    refuse('invalid-argument', 'widths must be ints', { exception: 'TypeError', parameter: 'pad_width' });
  }
  fitsInto(sizes, [rank, 2]);
  const items = contentOf(widths)?.items.map(Number);
  if (!items) return null;
  if (items.some((one) => one < 0)) {
    refuse('invalid-argument', 'widths must not be negative', { parameter: 'pad_width' });
  }
  return Array.from({ length: rank }, (_, axisIndex) => {
    const at = (side: number): number => {
      if (sizes.length === 0) return items[0] as number;
      const columns = sizes.at(-1) as number;
      const row = sizes.length === 2 && sizes[0] !== 1 ? axisIndex : 0;
      return items[row * columns + (columns === 1 ? 0 : side)] as number;
    };
    return [at(0), at(1)] as const;
  });
}

function atLeast(rank: 1 | 2 | 3): OpDefinition {
  const one = numpyOp(`atleast_${rank}d(x)`, {
    summary: `With ${rank} axes at least.`,
    read: { x: array() },
    view: 'x',
    output: ({ args: { x } }) => tensorOf(grownTo(x.shape, rank), x.dtype),
    elements: ({ args: { x } }) => sameItems(x),
  });
  return numpyOp(`atleast_${rank}d(*arys)`, {
    summary: one.summary,
    read: { arys: moreArrays() },
    output: () => [],
    evaluate: ({ given, context }) => {
      if (given.uncertain) return unknown(given.uncertain);
      const made = given.positional.map((each) => runOp(one, callWith([each]), context));
      if (made.length === 1) return made[0] as Value;
      return context.generation === 'keras3' ? tuple(made) : new ListValue(made);
    },
  });
}

/** `atleast_2d` puts new axes in front, `atleast_3d` on both sides. */
export function grownTo(sizes: readonly Dimension[], rank: 1 | 2 | 3): readonly Dimension[] {
  if (sizes.length >= rank) return sizes;
  if (rank < 3) return [...Array.from({ length: rank - sizes.length }, () => 1), ...sizes];
  if (sizes.length === 2) return [...sizes, 1];
  return sizes.length === 1 ? [1, ...sizes, 1] : [1, 1, 1];
}

function triangle(name: string): OpDefinition {
  return numpyOp(`${name}(m, k=0)`, {
    summary: `The ${name === 'triu' ? 'upper' : 'lower'} triangle, zeros elsewhere.`,
    read: { m: array() },
    output: ({ args: { m } }) => {
      if (m.rank === 0) refuse('wrong-rank', `${name} takes no scalar`);
      const [length] = m.shape;
      return tensorOf(m.rank === 1 ? [length as Dimension, length as Dimension] : m.shape, m.dtype);
    },
  });
}

/** A vector in a trimmed form: how long is not known. */
const trimZeros = numpyOp('trim_zeros(filt, trim="fb", axis=None)', {
  summary: 'Without zeros at the ends.',
  read: { filt: array() },
  output: ({ args: { filt } }) =>
    tensorOf(
      filt.shape.map(() => unknownDimension({ text: 'how many zeros there are is not known' })),
      filt.dtype,
    ),
});

const diff = numpyOp('diff(a, n=1, axis=-1, prepend=None, append=None)', {
  summary: 'Differences of neighbours along an axis.',
  read: { a: array(), n: integer(), axis: integer() },
  output: (question) => {
    const { a, n, axis: along } = question.args;
    if (n < 0) refuse('invalid-argument', '`n` of diff must not be negative', { parameter: 'n' });
    if (a.rank === 0) refuse('wrong-rank', 'diff takes arrays with an axis', { parameter: 'a' });
    const at = axisOf(along, a.rank);
    const size = a.shape[at] as Dimension;
    if (question.written('prepend') || question.written('append')) {
      return tensorOf(replaced(a.shape, at, unknownDimension({ text: 'something is put around it' })), a.dtype);
    }
    const less = isKnown(size) ? Math.max(0, size - n) : subtract(size, n);
    return tensorOf(replaced(a.shape, at, less), a.dtype);
  },
});

const ediff1d = numpyOp('ediff1d(ary, to_end=None, to_begin=None)', {
  summary: 'Differences of neighbours of the flat array.',
  read: { ary: array() },
  output: (question) => {
    const length = product(question.args.ary.shape);
    const more = question.written('to_end') || question.written('to_begin');
    const why = { text: 'something is put around it' };
    const less = isKnown(length) ? Math.max(0, length - 1) : length;
    return tensorOf([more ? unknownDimension(why) : less], question.args.ary.dtype);
  },
});

export const shaping: readonly OpDefinition[] = [
  reshape,
  ravel,
  resize,
  transpose,
  matrixTranspose,
  swapaxes,
  moveaxis,
  rollaxis,
  expandDims,
  squeeze,
  ...kept,
  rot90,
  broadcastTo,
  repeat,
  tile,
  pad,
  atLeast(1),
  atLeast(2),
  atLeast(3),
  triangle('triu'),
  triangle('tril'),
  trimZeros,
  diff,
  ediff1d,
];
