/** Sizes that transposed windows make, axis by axis. */
import type { Dimension } from './dimension';
import { compute, equations, isFormula, largest, minus, plus, rest, type Term, times } from './formula';
import { reach } from './windows';

/** Transposed windows on all spatial axes. */
export interface TransposedWindows {
  readonly sizes: readonly Dimension[];
  readonly kernel: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly dilation: readonly Dimension[];
  readonly padding: 'valid' | 'same';
  /** Null where Keras chooses it. */
  readonly outputPadding: readonly Dimension[] | null;
}

/**
 * The size that a transposed window makes of one axis (Keras 3's `compute_conv_transpose_output_shape`,
 * Keras 2's `deconv_output_length`): `n·stride` for same, `(n - 1)·stride + max(reach, stride)` for valid;
 * with an output padding `(n - 1)·stride + reach mod 2 + it`, or `(n - 1)·stride + reach + it`.
 */
function transposedTerm(
  size: Dimension,
  reached: Dimension,
  stride: Dimension,
  padding: 'valid' | 'same',
  outputPadding: Dimension | undefined,
): Term {
  const start = times(minus(size, 1), stride);
  if (outputPadding !== undefined) {
    return plus(start, padding === 'same' ? rest(reached, 2) : reached, outputPadding);
  }
  if (padding === 'valid') return plus(start, largest(reached, stride));
  return stride === 1 ? size : times(size, stride);
}

function terms({ sizes, kernel, strides, dilation, padding, outputPadding }: TransposedWindows): Term[] {
  return kernel.flatMap((k, axis) => {
    const size = sizes[axis];
    if (size === undefined) return [];
    return [transposedTerm(size, reach(k, dilation[axis] ?? 1), strides[axis] ?? 1, padding, outputPadding?.[axis])];
  });
}

export function transposedOutputs(windows: TransposedWindows): Dimension[] {
  return terms(windows).map(compute);
}

export function explainTransposed(windows: TransposedWindows): string[] {
  return equations(terms(windows).filter(isFormula));
}
