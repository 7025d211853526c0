/** Sizes that windows (kernels, pools) leave, axis by axis. */
import { type Dimension, isDynamic, isKnown, surelyEqual } from './dimension';
import {
  ceilOf,
  compute,
  equations,
  floorOf,
  formatEquation,
  isFormula,
  minus,
  plus,
  type Term,
  times,
} from './formula';

export type WindowPadding = 'valid' | 'same' | 'causal';

/** A window on one axis. */
export interface Window {
  readonly size: Dimension;
  readonly kernel: Dimension;
  readonly stride: Dimension;
  readonly dilation: Dimension;
  readonly padding: WindowPadding;
}

/** Windows on all spatial axes. */
export interface Windows {
  readonly sizes: readonly Dimension[];
  readonly kernel: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly dilation?: readonly Dimension[];
  readonly padding: WindowPadding;
}

/** How far a dilated kernel reaches: `dilation · (kernel - 1) + 1`. */
export function reach(kernel: Dimension, dilation: Dimension): Dimension {
  return compute(reachTerm(kernel, dilation));
}

function reachTerm(kernel: Dimension, dilation: Dimension): Term {
  return dilation === 1 ? kernel : plus(times(dilation, minus(kernel, 1)), 1);
}

/**
 * Positions that a window takes on one axis (Keras' `compute_conv_output_shape` and
 * `compute_pooling_output_shape`): `⌊(n - reach) / stride⌋ + 1` for valid, and `⌈n / stride⌉`, which is
 * `⌊(n - 1) / stride⌋ + 1`, for same and causal.
 */
export function windowOutput(
  size: Dimension,
  kernel: Dimension,
  stride: Dimension,
  padding: WindowPadding,
  dilation: Dimension = 1,
): Dimension {
  return compute(windowTerm({ size, kernel, stride, padding, dilation }));
}

function windowTerm({ size, kernel, stride, padding, dilation }: Window): Term {
  if (padding === 'valid') return plus(floorOf(minus(size, reach(kernel, dilation)), stride), 1);
  return stride === 1 ? size : ceilOf(size, stride);
}

/** One window for each axis; axes that have none (of a rank too high) are left out. */
function windowsOf({ sizes, kernel, strides, dilation, padding }: Windows): Window[] {
  return kernel.flatMap((k, axis) => {
    const size = sizes[axis];
    if (size === undefined) return [];
    return [{ size, kernel: k, stride: strides[axis] ?? 1, dilation: dilation?.[axis] ?? 1, padding }];
  });
}

export function windowOutputs(windows: Windows): Dimension[] {
  return windowTerms(windows).map(compute);
}

/** The formula of each axis, for those who show it. */
export function windowTerms(windows: Windows): Term[] {
  return windowsOf(windows).map(windowTerm);
}

/** A window that is larger than what it should fit into, by its axis; undefined where all fit or may fit. */
export function misfit(windows: Windows): (Window & { readonly axis: number; readonly reach: number }) | undefined {
  for (const [axis, window] of windowsOf(windows).entries()) {
    const reached = reach(window.kernel, window.dilation);
    if (window.padding === 'valid' && isKnown(window.size) && isKnown(reached) && window.size < reached) {
      return { ...window, axis, reach: reached };
    }
  }
  return undefined;
}

/** The formulas of the axes whose size changes, each once; before them the reach of a dilated kernel. */
export function explainWindows(windows: Windows): string[] {
  const changed = windowsOf(windows).filter((window) => {
    const output = compute(windowTerm(window));
    return !surelyEqual(window.size, output) && isFormula(windowTerm(window));
  });
  const reaches = changed
    .filter(({ padding, dilation }) => padding === 'valid' && dilation !== 1)
    .map(({ kernel, dilation }) => formatEquation(reachTerm(kernel, dilation)))
    .filter((text) => text !== null)
    .map((text) => `reach of the kernel: ${text}`);
  return [...new Set(reaches), ...equations(changed.map(windowTerm))];
}

/**
 * Whether `padding='valid'` leaves another size than `padding='same'` would, on any axis: by their
 * numbers, or for a `None` where a window that moves by 1 must lose some.
 */
export function losesPixels(windows: Windows): boolean {
  if (windows.padding !== 'valid') return false;
  return windowsOf(windows).some((window) => {
    const { size, kernel, stride, dilation } = window;
    if (isDynamic(size)) return stride === 1 && isKnown(kernel) && kernel > 1;
    const [valid, same] = [windowOutput(size, kernel, stride, 'valid', dilation), ceiling(window)];
    return isKnown(valid) && isKnown(same) && valid !== same;
  });
}

/** What the same window would leave with `padding='same'`. */
function ceiling({ size, kernel, stride, dilation }: Window): Dimension {
  return windowOutput(size, kernel, stride, 'same', dilation);
}
