/** What a window does to sizes, as a person writes it: `28→14`, `28×30→14×15`. */
import type { WindowNote } from '../catalogue/define-layer';
import { type Dimension, formatTerm, isKnown } from '../shapes/dimension';

export interface SizeChange {
  readonly before: string;
  readonly after: string;
}

/** One number where all axes are alike, else all of them; null where nothing changes or a size is not a number. */
export function sizeChange({ before, after }: Pick<WindowNote, 'before' | 'after'>): SizeChange | null {
  if (![...before, ...after].every(isKnown)) return null;
  if (before.every((size, i) => size === after[i])) return null;
  const isAlike = [before, after].every((sizes) => sizes.every((size) => size === sizes[0]));
  const text = (sizes: readonly Dimension[]) => (isAlike ? sizes.slice(0, 1) : sizes).map(formatTerm).join('×');
  return { before: text(before), after: text(after) };
}
