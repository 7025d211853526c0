/** The window drawn in text: what it covers at its first and last position, and what padding adds. */
import { windowOf } from '../../analysis/observed';
import type { Observation } from '../../interpreter/trace';
import { isKnown } from '../../shapes/dimension';
import { plural } from '../markdown';

/** One axis of a window that slides over an input of known size. */
export interface SlidingWindow {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros before the first pixel, and behind the last. */
  readonly before: number;
  readonly behind: number;
  readonly positions: number;
}

/** Layers whose windows slide over their input. */
const SLIDING = /^(?:(?:Separable|Depthwise)?Conv\dD|(?:Max|Average)Pool(?:ing)?\dD)$/;
/** Wider inputs than this are drawn without their middle. */
const MOST_DRAWN = 44;

/** Markdown; null where there is nothing to draw. Axes that are alike are drawn once. */
export function windowDrawing(observation: Observation): string | null {
  const axes = slidingWindows(observation);
  if (!axes || axes.length === 0) return null;
  const [first] = axes as [SlidingWindow];
  if (axes.every((axis) => axis.kernel === 1 && axis.stride === 1)) return null;
  const isAlike = axes.every((axis) => JSON.stringify(axis) === JSON.stringify(first));
  const shown = isAlike ? [first] : axes;
  const names = axes.length === 2 ? ['rows', 'columns'] : axes.map((_, i) => `axis ${i + 1}`);
  const blocks = shown.map((axis, i) => {
    const name = isAlike ? '' : `${names[i]}: `;
    return `${drawn(axis)}\n${name}${words(axis)}`;
  });
  return ['```text', blocks.join('\n'), '```'].join('\n');
}

/** Null where the window does not slide over pixels, or the sizes are not known, or do not give what was observed. */
export function slidingWindows(observation: Observation): SlidingWindow[] | null {
  const note = windowOf(observation);
  if (!note || !SLIDING.test(observation.callee)) return null;
  const windows = note.before.map((size, i): SlidingWindow | null => {
    const [kernel, stride, dilation = 1, positions] = [note.size[i], note.strides[i], note.dilation[i], note.after[i]];
    if (kernel === undefined || stride === undefined || positions === undefined) return null;
    if (!isKnown(size) || !isKnown(kernel) || !isKnown(stride) || !isKnown(dilation) || !isKnown(positions))
      return null;
    const reach = (kernel - 1) * dilation + 1;
    const missing = note.padding === 'same' ? Math.max((Math.ceil(size / stride) - 1) * stride + reach - size, 0) : 0;
    const before = note.padding === 'causal' ? reach - 1 : Math.floor(missing / 2);
    const behind = missing - (note.padding === 'causal' ? 0 : before);
    const fits = Math.floor((size + before + behind - reach) / stride) + 1;
    return fits === positions && positions > 0 ? { size, kernel, stride, dilation, before, behind, positions } : null;
  });
  const known = windows.filter((window) => window !== null);
  return known.length === windows.length ? known : null;
}

/** Whether the window covers a pixel at its `position`th place; negative pixels are padding. */
export function covers({ kernel, stride, dilation, before }: SlidingWindow, position: number, pixel: number): boolean {
  const offset = pixel - (position * stride - before);
  return offset >= 0 && offset % dilation === 0 && offset / dilation < kernel;
}

function drawn(window: SlidingWindow): string {
  const { positions } = window;
  const rows = positions > 1 ? [row(window, 0), row(window, positions - 1)] : [row(window, 0)];
  return rows.join('\n');
}

/** `0■■□□□0`: zeros of the padding, pixels, those under the window filled. */
function row(window: SlidingWindow, position: number): string {
  const { size, before, behind } = window;
  const cells: string[] = [];
  for (let pixel = -before; pixel < size + behind; pixel++) {
    const covered = covers(window, position, pixel);
    const isZero = pixel < 0 || pixel >= size;
    cells.push(isZero ? (covered ? '0' : '·') : covered ? '■' : '□');
  }
  if (cells.length <= MOST_DRAWN) return cells.join('');
  const half = MOST_DRAWN / 2 - 1;
  return `${cells.slice(0, half).join('')} … ${cells.slice(-half).join('')}`;
}

function words(window: SlidingWindow): string {
  const { size, positions, before, behind, stride, kernel, dilation } = window;
  const reach = (kernel - 1) * dilation + 1;
  const start = (positions - 1) * stride - before;
  const [from, to] = [Math.max(start, 0), Math.min(start + reach, size) - 1];
  const parts = [
    `${plural(positions, 'position')}, the last over ${from === to ? `pixel ${from}` : `pixels ${from}–${to}`} of ${size}`,
  ];
  if (before > 0 || behind > 0) parts.push(`0: ${zeros(before, behind)}`);
  const unseen = size - Math.max(to + 1, 0);
  if (unseen > 0) parts.push(`the last ${plural(unseen, 'pixel is', 'pixels are').replace(/^1 /, '')} never seen`);
  return parts.join('; ');
}

function zeros(before: number, behind: number): string {
  if (before === behind) return `${plural(before, 'zero')} added on each side`;
  if (before === 0) return `${plural(behind, 'zero')} added behind`;
  if (behind === 0) return `${plural(before, 'zero')} added before`;
  return `${plural(before, 'zero')} added before, ${behind} behind`;
}
