/** Tensors joined along an axis, and split again. */
import { axisOf, indexOf } from '../../../shapes/axes';
import { type Dimension, isDynamic, isKnown } from '../../../shapes/dimension';
import { mergedConcatenation, mergedStack } from '../../../shapes/inference';
import {
  concatenated,
  differing,
  explainConcatenated,
  explainSplit,
  splitAt,
  splitEvenly,
  splitNearly,
  stacked,
} from '../../../shapes/joining';
import { refuse } from '../../../shapes/problem';
import { elements } from '../../../shapes/products';
import { formatShape } from '../../../shapes/shape';
import type { Value } from '../../../values/value';
import { anything, describe } from '../../params';
import { defineOp, listOf, type OpDefinition, tensorOf } from '../define-op';
import { NotKnown, type Operand } from '../operand';
import { integer, type OpParam, optionalInteger, optionalSize, sizes, tensor, tensors } from '../params';
import { resultType } from '../promotion';

export function commonType(operands: readonly Operand[]): string {
  return resultType(...operands.map((one) => one.type ?? '?'));
}

const shapesOf = (operands: readonly Operand[]) => operands.map((one) => one.shape);

const concatenate = defineOp({
  name: 'concatenate',
  module: 'numpy',
  operation: 'Concatenate',
  summary: 'Tensors joined along one of their axes.',
  params: { xs: tensors(), axis: optionalInteger(0) },
  output: ({ args: { xs, axis } }) => {
    if (axis === null) {
      return refuse('invalid-argument', '`axis` of concatenate cannot be None', { parameter: 'axis' });
    }
    return tensorOf(concatenated(shapesOf(xs), axis, { parameter: 'xs' }), commonType(xs));
  },
  // Run by TensorFlow, each size is what any of the tensors knows of it.
  run: ({ args: { xs, axis } }) => {
    if (axis === null) {
      return refuse('invalid-argument', '`axis` of concatenate cannot be None', { parameter: 'axis' });
    }
    // Each number in a list becomes a tensor, and the list stays one.
    if (xs.some(({ value }) => value.kind === 'list' || value.kind === 'tuple')) {
      refuse('invalid-input', 'concatenate takes tensors and arrays, and one of its parts is neither', {
        exception: 'AttributeError',
        parameter: 'xs',
      });
    }
    return tensorOf(mergedConcatenation(shapesOf(xs), axis, { parameter: 'xs' }), commonType(xs));
  },
  explain: ({ args: { xs, axis } }) => (axis === null ? [] : explainConcatenated(shapesOf(xs), axis)),
});

const stack = defineOp({
  name: 'stack',
  module: 'numpy',
  operation: 'Stack',
  summary: 'Tensors of one shape laid along a new axis.',
  params: { x: tensors(), axis: integer(0) },
  output: ({ args: { x, axis } }) => tensorOf(stacked(shapesOf(x), axis, { parameter: 'x' }), commonType(x)),
  run: ({ args: { x, axis } }) => tensorOf(mergedStack(shapesOf(x), axis, { parameter: 'x' }), commonType(x)),
});

/** `hstack`, `vstack`, `dstack`: joined along an axis, which tensors of fewer axes lack. */
function stackAlong(name: string, operation: string, summary: string, axis: number): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation,
    summary,
    params: { xs: tensors() },
    output: ({ args: { xs } }) => {
      const shapes = shapesOf(xs).map((shape) => (name === 'dstack' ? threeAxes(shape) : shape));
      for (const shape of shapes) {
        if (shape.length <= axis) {
          refuse('axis-out-of-range', `${formatShape(shape)} has no axis ${axis} to join along`, {
            exception: 'IndexError',
            parameter: 'xs',
          });
        }
      }
      return tensorOf(concatenated(shapes, axis, { parameter: 'xs' }), commonType(xs));
    },
    run: ({ args: { xs } }) => {
      const least = axis + 1;
      const shapes = shapesOf(xs).map((shape) => {
        if (name === 'dstack') return threeAxes(shape);
        if (shape.length === 0) return name === 'vstack' ? [1, 1] : [1];
        return name === 'vstack' && shape.length < least + 1 ? [1, ...shape] : shape;
      });
      const along = name === 'hstack' && shapes.every((shape) => shape.length === 1) ? 0 : axis;
      return tensorOf(concatenated(shapes, along, { parameter: 'xs' }), commonType(xs));
    },
    explain: ({ args: { xs } }) => explainConcatenated(shapesOf(xs), axis),
  });
}

function threeAxes(shape: readonly Dimension[]): readonly Dimension[] {
  const [first, second] = shape;
  if (first === undefined) return [1, 1, 1];
  if (second === undefined) return [1, first, 1];
  return shape.length === 2 ? [first, second, 1] : shape;
}

const append = defineOp({
  name: 'append',
  module: 'numpy',
  operation: 'Append',
  summary: 'One tensor behind another; flattened where no axis is given.',
  params: { x1: tensor(), x2: tensor(), axis: optionalInteger() },
  output: ({ args: { x1, x2, axis }, mode }) => {
    const type = commonType([x1, x2]);
    if (axis === null) {
      const [a, b] = [elements(x1.shape, freeSize(x1)), elements(x2.shape, freeSize(x2))];
      return tensorOf(concatenated([[a], [b]], 0), type);
    }
    if (x1.rank === x2.rank && mode === 'symbolic') checkAppend(x1, x2, axis);
    return tensorOf(concatenated([x1.shape, x2.shape], axis), type);
  },
});

function freeSize(operand: Operand): Dimension {
  return operand.shape.find(isDynamic) ?? 1;
}

/** The symbolic rule indexes both shapes and adds two sizes, of which neither may be None. */
function checkAppend(x1: Operand, x2: Operand, axis: number): void {
  const at = axis < 0 ? axis + x1.rank : axis;
  const sizes = [x1.shape[at], x2.shape[at]];
  if (sizes.includes(undefined)) {
    refuse('axis-out-of-range', `axis ${axis} is not there: both have ${x1.rank} axes`, {
      exception: 'IndexError',
      parameter: 'axis',
    });
  }
  if (differing(x1.shape, x2.shape, at) !== null) return;
  if (sizes.some((size) => size !== undefined && isDynamic(size))) {
    refuse('invalid-input', 'append cannot add a size that is None', { exception: 'TypeError' });
  }
}

/** A number of parts, or the indices at which they begin. */
type Sections = number | readonly Dimension[];

const sections: OpParam<Sections> = {
  default: null,
  read: (value, context) => {
    if (value.kind === 'int' || value.kind === 'bool') return { value: Number(value.value) };
    if (value.kind === 'float' || value.kind === 'None') {
      return refuse(
        'invalid-argument',
        `\`${context.parameter}\` must be an int or a list of ints, not ${describe(value)}`,
        {
          exception: 'TypeError',
          parameter: context.parameter,
        },
      );
    }
    return sizes().read(value, context);
  },
};

function pieces(x: Operand, parts: Sections, axis: number, parameter: string) {
  const shapes =
    typeof parts === 'number' ? splitEvenly(x.shape, parts, axis, { parameter }) : splitAt(x.shape, parts, axis);
  return listOf(shapes.map((shape) => tensorOf(shape, x.dtype)));
}

/** numpy and TensorFlow bound the indices by the size. */
function boundedPieces(x: Operand, parts: Sections, axis: number, parameter: string) {
  if (typeof parts === 'number') return pieces(x, parts, axis, parameter);
  const size = x.shape[axisOf(axis, x.rank)] as Dimension;
  if (!isKnown(size) || !parts.every(isKnown)) return pieces(x, parts, axis, parameter);
  return pieces(
    x,
    parts.map((index) => Math.min(Number(index), size)),
    axis,
    parameter,
  );
}

const split = defineOp({
  name: 'split',
  module: 'numpy',
  operation: 'Split',
  summary: 'Split into equal parts, or at indices.',
  params: { x: tensor(), indices_or_sections: sections, axis: integer(0) },
  output: ({ args: { x, indices_or_sections: parts, axis } }) => pieces(x, parts, axis, 'indices_or_sections'),
  run: ({ args: { x, indices_or_sections: parts, axis } }) => boundedPieces(x, parts, axis, 'indices_or_sections'),
  explain: ({ args: { x, indices_or_sections: parts, axis } }) =>
    typeof parts === 'number' ? explainSplit(x.shape, parts, axis) : [],
});

function splitAlong(name: string, operation: string, summary: string, axis: number, least: number): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation,
    summary,
    params: { x: tensor(), indices_or_sections: sections },
    output: ({ args: { x, indices_or_sections: parts } }) => {
      if (x.rank < least) {
        refuse('wrong-rank', `${name} takes ${least} dimensions or more, and ${formatShape(x.shape)} has ${x.rank}`);
      }
      return pieces(x, parts, name === 'hsplit' && x.rank === 1 ? 0 : axis, 'indices_or_sections');
    },
  });
}

const arraySplit = defineOp({
  name: 'array_split',
  module: 'numpy',
  operation: 'ArraySplit',
  summary: 'Split into a number of parts of nearly the same size.',
  params: { x: tensor(), indices_or_sections: anything(null), axis: integer(0) },
  output: ({ args: { x, indices_or_sections: parts, axis } }) => {
    // A negative axis is counted from the end, and then looked up as Python does: once more from the end.
    const at = indexOf(axis < 0 ? axis + x.rank : axis, x.rank);
    return nearParts(x, parts, at);
  },
  run: ({ args: { x, indices_or_sections: parts, axis } }) => nearParts(x, parts, indexOf(axis, x.rank)),
});

function nearParts(x: Operand, parts: Value, axis: number) {
  return listOf(splitNearly(x.shape, partCount(parts), axis).map((shape) => tensorOf(shape, x.dtype)));
}

function partCount(parts: Value): number {
  if (parts.kind === 'unknown') throw new NotKnown(parts.reason);
  if (parts.kind !== 'int' && parts.kind !== 'bool') {
    return refuse('invalid-argument', `\`indices_or_sections\` of array_split must be an int, not ${describe(parts)}`, {
      exception: 'TypeError',
      parameter: 'indices_or_sections',
    });
  }
  const count = Number(parts.value);
  if (count > 0) return count;
  return refuse('invalid-argument', `array_split cannot make ${count} parts`, { parameter: 'indices_or_sections' });
}

const unstack = defineOp({
  name: 'unstack',
  module: 'core',
  operation: 'Unstack',
  summary: 'One tensor for each place of an axis.',
  params: { x: tensor(), num: optionalSize(), axis: integer(0) },
  output: ({ args: { x, num, axis } }) => {
    const at = axisOf(axis, x.rank);
    const count = num ?? (x.shape[at] as Dimension);
    if (isDynamic(count)) {
      return refuse('invalid-argument', `axis ${at} of ${formatShape(x.shape)} is None: \`num\` must be given`, {
        parameter: 'num',
      });
    }
    if (!isKnown(count)) throw new NotKnown(count.reason);
    const one = tensorOf([...x.shape.slice(0, at), ...x.shape.slice(at + 1)], x.dtype);
    return listOf(Array.from({ length: Math.max(0, count) }, () => one));
  },
});

export const joining: readonly OpDefinition[] = [
  concatenate,
  stack,
  stackAlong('hstack', 'Hstack', 'Tensors joined along axis 1.', 1),
  stackAlong('vstack', 'Vstack', 'Tensors joined along axis 0.', 0),
  stackAlong('dstack', 'Dstack', 'Tensors joined along axis 2.', 2),
  append,
  split,
  splitAlong('hsplit', 'Hsplit', 'Split along axis 1.', 1, 1),
  splitAlong('vsplit', 'Vsplit', 'Split along axis 0.', 0, 2),
  splitAlong('dsplit', 'Dsplit', 'Split along axis 2.', 2, 3),
  arraySplit,
  unstack,
];
