/** Tensors made of numbers: filled, counted, spaced. */
import { axisOf, inserted } from '../../../shapes/axes';
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { broadcast, elements } from '../../../shapes/products';
import { formatShape, hasRank, type Shape } from '../../../shapes/shape';
import { int, str, TRUE, type Value } from '../../../values/value';
import { comparable, numberOf } from '../../numbers';
import { anything, describe, flag, integerOf } from '../../params';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { defineOp, listOf, type OpDefinition, type OpQuestion, operationClass, tensorOf, tupleOf } from '../define-op';
import { other } from '../elementwise/unary';
import { elementsOf, MOST_ELEMENTS, NotKnown, type Operand, operandOf } from '../operand';
import { dtype, type OpParam, shape, size, tensor, tensorArguments, tensorOrNumber } from '../params';
import { type OperandType, resultType, strong } from '../promotion';

/** A shape that TensorFlow fills: no None, nothing negative. In a graph a size may be one that a run tells. */
export function fillable(found: Shape, { callee, mode }: Pick<OpQuestion<unknown>, 'callee' | 'mode'>): Shape {
  if (!hasRank(found)) return found;
  if (mode === 'eager' && found.some(isDynamic)) {
    refuse('invalid-argument', `${callee} cannot make ${formatShape(found)}: every size must be a number`, {
      parameter: 'shape',
    });
  }
  if (found.some((one) => isKnown(one) && one < 0)) {
    refuse('negative-dimension', `${callee} cannot make ${formatShape(found)}: a size is negative`, {
      exception: 'InvalidArgumentError',
      parameter: 'shape',
    });
  }
  return found;
}

const constants: readonly (readonly [name: string, summary: string])[] = [
  ['empty', 'A tensor with any content.'],
  ['ones', 'A tensor of ones.'],
  ['zeros', 'A tensor of zeros.'],
];

const constantOps = constants.map(([name, summary]) =>
  defineOp({
    name,
    module: 'numpy',
    operation: null,
    summary,
    params: { shape: shape({ single: true }), dtype: dtype() },
    symbolicBy: [],
    output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? question.floatx),
  }),
);

const full = defineOp({
  name: 'full',
  module: 'numpy',
  operation: 'Full',
  summary: 'A tensor filled with one value.',
  params: { shape: shape({ single: true }), fill_value: tensorOrNumber({ lists: true }), dtype: dtype() },
  output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? question.floatx),
});

const likes: readonly (readonly [name: string, summary: string])[] = [
  ['empty_like', 'A tensor of another’s shape with any content.'],
  ['ones_like', 'Ones in the shape of another tensor.'],
  ['zeros_like', 'Zeros in the shape of another tensor.'],
];

const likeOps = likes.map(([name, summary]) =>
  defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), dtype: dtype() },
    output: ({ args: { x, dtype } }) => tensorOf(x.anyShape, dtype ?? x.dtype),
  }),
);

const fullLike = defineOp({
  name: 'full_like',
  module: 'numpy',
  operation: 'FullLike',
  summary: 'One value in the shape of another tensor.',
  params: { x: tensor(), fill_value: tensorOrNumber({ lists: true }), dtype: dtype() },
  output: ({ args: { x, dtype } }) => tensorOf(x.anyShape, dtype ?? x.dtype),
});

function typeOf(value: Value): OperandType {
  return operandOf(value)?.type ?? '?';
}

interface Counting {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

function counting(start: Value, stop: Value, step: Value): Counting {
  const first = stop.kind === 'None';
  return {
    start: first ? int(0) : start,
    stop: first ? start : stop,
    step: step.kind === 'None' ? int(1) : step,
  };
}

/** `⌈(stop - start) / step⌉`, at least 0 */
function steps({ start, stop, step }: Counting): Dimension {
  const parts = [start, stop, step];
  const unknown = parts.find((part) => part.kind === 'unknown');
  if (unknown?.kind === 'unknown') return unknownDimension(unknown.reason);
  const numbers = parts.map(numberOf);
  if (numbers.every((number) => number !== undefined)) {
    const [from, to, by] = numbers as [number, number, number];
    if (by === 0) {
      return refuse('invalid-argument', 'the step of arange must not be 0', {
        exception: 'InvalidArgumentError',
        parameter: 'step',
      });
    }
    return Math.max(0, Math.ceil((to - from) / by));
  }
  const [from, by] = [numberOf(start), numberOf(step)];
  const end = dimensionOf(stop);
  return from === 0 && by === 1 && end !== undefined ? end : dynamic();
}

const arange = defineOp({
  name: 'arange',
  module: 'numpy',
  operation: 'Arange',
  summary: 'Numbers from start to stop, stop left out.',
  params: {
    start: anything(null),
    stop: anything(),
    step: anything(),
    dtype: dtype(),
  },
  symbolicBy: ['start', 'stop', 'step'],
  output: ({ args: { start, stop, step, dtype } }) => {
    const found = counting(start, stop, step);
    const wrong = [found.start, found.stop, found.step].find((part) => comparable(part) === 'no number');
    if (wrong) {
      refuse('invalid-argument', `arange takes numbers, not ${describe(wrong)}`, { exception: 'TypeError' });
    }
    const [from, to, by] = [found.start, found.stop, found.step].map(numberOf);
    if (from !== undefined && to !== undefined && by !== undefined && (by === 0 || (to - from) * Math.sign(by) < 0)) {
      refuse('invalid-argument', `arange comes from ${from} to ${to} by no steps of ${by}`, {
        exception: 'InvalidArgumentError',
        parameter: 'stop',
      });
    }
    const given = [start, stop, step].filter((part) => part.kind !== 'None').map(typeOf);
    return tensorOf([steps(found)], dtype ?? resultType(...given, ...(step.kind === 'None' ? (['int'] as const) : [])));
  },
  elements: ({ args: { start, stop, step } }) => {
    const { start: from, stop: to, step: by } = counting(start, stop, step);
    const numbers = [from, to, by].map(numberOf);
    if (!numbers.every((number): number is number => number !== undefined && Number.isInteger(number))) return null;
    const [first = 0, , every = 1] = numbers;
    const count = steps({ start: from, stop: to, step: by });
    if (!isKnown(count) || count > MOST_ELEMENTS) return null;
    return Array.from({ length: count }, (_, i) => first + i * every);
  },
});

interface Spaced {
  readonly start: Operand;
  readonly stop: Operand;
  readonly num: Dimension;
  readonly axis: Dimension;
}

function spacedShape({ start, stop, num, axis }: Spaced): readonly Dimension[] {
  const met = broadcast(start.shape, stop.shape);
  if (!isKnown(axis)) throw new NotKnown({ text: 'the axis is not known' });
  return inserted(met, axisOf(axis, met.length + 1), num);
}

function spacedType(start: Operand, dtype: DType | null): DType {
  return resultType(dtype ?? strong(start.type ?? '?'), 'float');
}

/** On data both ends count, and a dtype that is given is kept. */
function runType(start: Operand, stop: Operand, dtype: DType | null): DType {
  return dtype ?? resultType(start.type ?? '?', stop.type ?? '?', 'float');
}

const linspace = defineOp({
  name: 'linspace',
  module: 'numpy',
  operation: 'Linspace',
  summary: 'Numbers at equal distances.',
  params: {
    start: tensorOrNumber(),
    stop: tensorOrNumber(),
    num: size(50),
    endpoint: anything(TRUE),
    retstep: flag(false),
    dtype: dtype(),
    axis: size(0),
  },
  output: ({ args: { start, stop, num, retstep, dtype, axis } }) => {
    const made = tensorOf(spacedShape({ start, stop, num, axis }), spacedType(start, dtype));
    return retstep ? tupleOf(made, tensorOf([], made.dtype)) : made;
  },
  run: ({ args: { start, stop, num, retstep, dtype, axis } }) => {
    const made = tensorOf(spacedShape({ start, stop, num, axis }), runType(start, stop, dtype));
    return retstep ? tupleOf(made, tensorOf(broadcast(start.shape, stop.shape), made.dtype)) : made;
  },
  elements: ({ args: { start, stop, num, endpoint, retstep, dtype } }) => {
    const [from, to] = [start, stop].map((end) => numberOf(end.value));
    const plain = endpoint.kind === 'bool' && endpoint.value && !retstep && runType(start, stop, dtype) === 'float32';
    if (!plain || from === undefined || to === undefined) return null;
    if (!isKnown(num) || num < 1 || num > MOST_ELEMENTS) return null;
    return spacedInSinglePrecision(Math.fround(from), Math.fround(to), num);
  },
});

/** In the order of TensorFlow's own operations, each rounded as float32. */
export function spacedInSinglePrecision(start: number, stop: number, count: number): readonly number[] {
  const step = Math.fround(Math.fround(stop - start) / Math.max(count - 1, 1));
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return start;
    return i === count - 1 ? stop : Math.fround(start + Math.fround(step * i));
  });
}

function spaced(name: string, summary: string, base: boolean): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: {
      start: tensorOrNumber(),
      stop: tensorOrNumber(),
      num: size(50),
      endpoint: other(TRUE),
      ...(base ? { base: other(int(10)) } : {}),
      dtype: dtype(),
      axis: size(0),
    },
    output: ({ args: { start, stop, num, dtype, axis } }) =>
      tensorOf(spacedShape({ start, stop, num, axis }), spacedType(start, dtype)),
    run: ({ args: { start, stop, num, dtype, axis } }) =>
      tensorOf(spacedShape({ start, stop, num, axis }), runType(start, stop, dtype)),
  });
}

function matrix(name: string, summary: string, floats: boolean): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation: null,
    summary,
    params: { N: anything(null), M: anything(), k: anything(int(0)), dtype: dtype() },
    symbolicBy: [],
    output: ({ args: { N, M, k, dtype }, floatx, callee }) => {
      for (const [parameter, value] of [
        ['N', N],
        ['M', M],
      ] as const) {
        if (value.kind === 'float' && !floats) {
          refuse('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
            exception: 'TypeError',
            parameter,
          });
        }
      }
      const rows = sideOf(N);
      const sides = [rows, M.kind === 'None' ? rows : sideOf(M)] as const;
      return tensorOf(floats ? sides : padded(sides, k, callee), dtype ?? floatx);
    },
  });
}

/**
 * A diagonal beside the main one is that of a square which zeros are put around (`eye` of
 * keras.src.backend.tensorflow.numpy): beyond a side that is too long, the matrix comes out larger than what is asked for.
 */
function padded([rows, columns]: readonly [Dimension, Dimension], k: Value, callee: string): readonly Dimension[] {
  const offset = integerOf(k);
  if (offset === 0 || !isKnown(rows) || !isKnown(columns)) return [rows, columns];
  if (offset === undefined) {
    const why = { text: 'the diagonal is not known' };
    return rows === columns ? [rows, columns] : [unknownDimension(why), unknownDimension(why)];
  }
  const square = Math.min(columns - offset, rows + offset);
  if (square < 0) {
    refuse('invalid-argument', `${callee} has no diagonal ${offset} in ${rows} rows and ${columns} columns`, {
      exception: 'InvalidArgumentError',
      parameter: 'k',
    });
  }
  return [
    square + Math.max(-offset, 0) + Math.max(rows - columns + offset, 0),
    square + Math.max(offset, 0) + Math.max(columns - rows - offset, 0),
  ];
}

function sideOf(value: Value): Dimension {
  if (value.kind === 'float') return Math.trunc(value.value);
  const found = value.kind === 'None' ? undefined : dimensionOf(value);
  return (
    found ?? refuse('invalid-argument', `a side of a matrix cannot be ${describe(value)}`, { exception: 'TypeError' })
  );
}

const identity = defineOp({
  name: 'identity',
  module: 'numpy',
  operation: null,
  summary: 'A square matrix with ones on its diagonal.',
  params: { n: anything(null), dtype: dtype() },
  symbolicBy: [],
  output: ({ args: { n, dtype }, floatx }) => {
    const side = sideOf(n);
    return tensorOf([side, side], dtype ?? floatx);
  },
});

const windows: readonly (readonly [name: string, summary: string])[] = [
  ['bartlett', 'Bartlett window.'],
  ['blackman', 'Blackman window.'],
  ['hamming', 'Hamming window.'],
  ['hanning', 'Hann window.'],
];

/** Windows of a length, which no symbolic tensor can be. */
function windowOp(name: string, summary: string, beta: boolean): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation: null,
    summary,
    params: { x: tensorOrNumber(), ...(beta ? { beta: other(null) } : {}) },
    symbolicBy: ['x'],
    output: ({ callee }) =>
      refuse('invalid-input', `${callee} takes a number, not a Keras tensor`, {
        exception: 'TypeError',
        parameter: 'x',
      }),
    run: ({ args: { x }, floatx }) => tensorOf([dimensionOf(x.value) ?? dynamic()], floatx),
  });
}

const meshgrid = defineOp({
  name: 'meshgrid',
  module: 'numpy',
  operation: 'Meshgrid',
  summary: 'Coordinates of a grid, one tensor for each axis.',
  params: { x: tensorArguments(), indexing: { ...anything(str('xy')), kind: 'keyword' } },
  output: ({ args: { x, indexing }, mode }) => {
    if (indexing.kind === 'unknown') throw new NotKnown(indexing.reason);
    if (indexing.kind !== 'str' || (indexing.value !== 'xy' && indexing.value !== 'ij')) {
      return refuse('invalid-argument', `\`indexing\` must be 'xy' or 'ij', not ${describe(indexing)}`, {
        parameter: 'indexing',
      });
    }
    const sizes = x.map((one) => elements(one.shape, one.shape.find(isDynamic) ?? 1));
    const [first, second, ...rest] = sizes;
    if (indexing.value === 'ij') {
      return listOf(x.map((one) => tensorOf(sizes, mode === 'symbolic' ? 'float32' : one.dtype)));
    }
    if (first === undefined) return listOf([]);
    if (second === undefined) {
      if (mode !== 'symbolic') return listOf(x.map((one) => tensorOf(sizes, one.dtype)));
      return refuse('invalid-input', 'meshgrid takes two tensors or more', { exception: 'IndexError' });
    }
    return listOf(x.map((one) => tensorOf([second, first, ...rest], one.dtype)));
  },
});

/** Kinds of data that become tensors. */
function converting(name: string, operation: string, summary: string, module: 'numpy' | 'core'): OpDefinition {
  const more: Readonly<Record<string, OpParam<null>>> = module === 'core' ? { sparse: other(), ragged: other() } : {};
  return defineOp({
    name,
    module,
    operation,
    summary,
    params: { x: tensorOrNumber({ lists: true }), dtype: dtype(), ...more } as {
      readonly x: OpParam<Operand>;
      readonly dtype: OpParam<DType | null>;
    },
    output: ({ args: { x, dtype } }) => tensorOf(x.anyShape, dtype ?? x.dtype),
    elements: ({ args: { x } }) => elementsOf(x),
  });
}

export const making: readonly OpDefinition[] = [
  ...constantOps,
  full,
  ...likeOps,
  fullLike,
  arange,
  linspace,
  spaced('logspace', 'Numbers at equal distances on a logarithmic scale.', true),
  spaced('geomspace', 'Numbers in geometric progression.', false),
  matrix('eye', 'A matrix with ones on a diagonal.', false),
  matrix('tri', 'A matrix with ones on and below a diagonal.', true),
  identity,
  meshgrid,
  ...windows.map(([name, summary]) => windowOp(name, summary, false)),
  windowOp('kaiser', 'Kaiser window.', true),
  converting('array', 'Array', 'A tensor of the given data.', 'numpy'),
  converting('convert_to_tensor', 'ConvertToTensor', 'A tensor of the given data.', 'core'),
];
