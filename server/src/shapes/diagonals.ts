/** Diagonals of matrices, and matrices made of them. */
import { axisOf, without } from './axes';
import { add, type Dimension, isDynamic, isKnown, isUnknown } from './dimension';
import { refuse } from './problem';
import { elements } from './products';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** How long the k-th diagonal of a matrix is; `None` where a side is one. */
export function diagonalLength(rows: Dimension, columns: Dimension, offset: number, free: Dimension): Dimension {
  if (isDynamic(rows) || isDynamic(columns)) return free;
  if (isUnknown(rows)) return rows;
  if (isUnknown(columns)) return columns;
  const remaining = offset > 0 ? columns - offset : rows + offset;
  return Math.max(0, Math.min(remaining, rows, columns));
}

/** `Diag.compute_output_spec`: a matrix from a vector, a vector from a matrix. */
export function diagShape(shape: Sizes, offset: number, free: () => Dimension): Sizes {
  const [first, second] = shape;
  if (shape.length === 1 && first !== undefined) {
    return isDynamic(first) ? [free(), free()] : [add(first, Math.abs(offset)), add(first, Math.abs(offset))];
  }
  if (shape.length === 2 && first !== undefined && second !== undefined) {
    return [diagonalLength(first, second, offset, free())];
  }
  return refuse('wrong-rank', `diag takes a vector or a matrix, and ${formatShape(shape)} is neither`);
}

/** `Diagflat.compute_output_spec`: a matrix with all elements on a diagonal. */
export function diagflatShape(shape: Sizes, offset: number, free: () => Dimension): Sizes {
  if (shape.some(isDynamic)) return [free(), free()];
  const size = add(elements(shape, free()), Math.abs(offset));
  return [size, size];
}

/** `Diagonal.compute_output_spec`: two axes give way to their diagonal, which comes last. */
export function diagonalShape(shape: Sizes, offset: number, axis1: number, axis2: number, free: Dimension): Sizes {
  const [a, b] = twoAxes(shape, axis1, axis2);
  if (shape.length < 2)
    refuse('wrong-rank', `diagonal takes 2 dimensions or more, and this tensor has ${shape.length}`);
  const [rows, columns] = [shape[a] as Dimension, shape[b] as Dimension];
  return [...without(shape, [a, b]), diagonalLength(rows, columns, offset, free)];
}

/** The shape without two different axes (`Trace.compute_output_spec`). */
export function traceShape(shape: Sizes, axis1: number, axis2: number): Sizes {
  return without(shape, twoAxes(shape, axis1, axis2));
}

function twoAxes(shape: Sizes, axis1: number, axis2: number): [number, number] {
  const a = axisOf(axis1, shape.length, 'axis1');
  const b = axisOf(axis2, shape.length, 'axis2');
  if (a === b) refuse('invalid-argument', `axis1 and axis2 are both axis ${a}`, { parameter: 'axis2' });
  return [a, b];
}

/** Refuses what has no two last axes of the same size. Compared as Keras does: `None` against 4 differs. */
export function checkSquare(shape: Sizes, callee: string): void {
  if (shape.length < 2) {
    refuse('wrong-rank', `${callee} takes a matrix or a batch of them, and ${formatShape(shape)} is none`);
  }
  const [rows, columns] = [shape.at(-2) as Dimension, shape.at(-1) as Dimension];
  if (isUnknown(rows) || isUnknown(columns)) return;
  if (isKnown(rows) && isKnown(columns) ? rows !== columns : isDynamic(rows) !== isDynamic(columns)) {
    refuse('incompatible-shapes', `${callee} takes square matrices, and ${formatShape(shape)} is none`);
  }
}
