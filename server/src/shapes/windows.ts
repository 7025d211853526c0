/** Sizes that windows (kernels, pools) leave, axis by axis. */
import { add, ceilDivide, type Dimension, floorDivide, multiply, subtract } from './dimension';

export type WindowPadding = 'valid' | 'same' | 'causal';

/** How far a dilated kernel reaches: `dilation · (kernel - 1) + 1`. */
export function reach(kernel: Dimension, dilation: Dimension): Dimension {
  return add(multiply(dilation, subtract(kernel, 1)), 1);
}

/**
 * Positions that a window takes on one axis (Keras' `compute_conv_output_shape`):
 * `⌊(n - reach) / stride⌋ + 1` for valid, `⌈n / stride⌉` = `⌊(n - 1) / stride⌋ + 1` for same and causal.
 */
export function windowOutput(
  size: Dimension,
  kernel: Dimension,
  stride: Dimension,
  padding: WindowPadding,
  dilation: Dimension = 1,
): Dimension {
  if (padding === 'valid') return add(floorDivide(subtract(size, reach(kernel, dilation)), stride), 1);
  return ceilDivide(size, stride);
}
