/** A small input's shape for the examples of the layers' page: `leading` axes, 28 positions on each of `rank`, one channel. */
export function imageText(rank: 1 | 2 | 3, ...leading: readonly number[]): string {
  return `(${[...leading, ...Array.from({ length: rank }, () => 28), 1].join(', ')})`;
}
