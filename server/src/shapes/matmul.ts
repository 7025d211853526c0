/**
 * Products of matrices, stacked on leading axes that broadcast (Keras' `compute_matmul_output_shape`
 * in `ops/operation_utils.py`; TensorFlow's `matmul` agrees for ranks of at least 2).
 */
import { broadcastShapes, describeMismatch } from './broadcast';
import { type Dimension, formatDimension, surelyDiffer } from './dimension';
import { formatShape } from './shape';

export type MatmulOutcome =
  | { readonly shape: readonly Dimension[]; readonly problem: null }
  | { readonly shape: null; readonly problem: string };

/** A vector on the left is one row, on the right one column, and that axis is left out again. */
export function matmulShape(left: readonly Dimension[], right: readonly Dimension[]): MatmulOutcome {
  const rows = left.length === 1 ? [1, ...left] : left;
  const columns = right.length === 1 ? [...right, 1] : right;
  const [m, k] = rows.slice(-2);
  const [k2, n] = columns.slice(-2);
  if (m === undefined || k === undefined || k2 === undefined || n === undefined) {
    return { shape: null, problem: 'a scalar cannot be multiplied as a matrix' };
  }
  if (surelyDiffer(k, k2)) {
    return {
      shape: null,
      problem: `the last axis of ${formatShape(left)} must be as long as the last but one of ${formatShape(right)}: ${formatDimension(k)} against ${formatDimension(k2)}`,
    };
  }
  const leading = broadcastShapes(rows.slice(0, -2), columns.slice(0, -2));
  if (leading.mismatch) {
    return {
      shape: null,
      problem: `the leading axes of ${formatShape(left)} and ${formatShape(right)} do not fit: ${describeMismatch(leading.mismatch)}`,
    };
  }
  const inner = [...(left.length === 1 ? [] : [m]), ...(right.length === 1 ? [] : [n])];
  return { shape: [...leading.shape, ...inner], problem: null };
}
