/** The equations by which attention over any axes is computed (`layers/attention/multi_head_attention.py`). */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Maps the last `bound` axes to `output` new ones, and leaves the `free` ones before them: `abc,cde->abde`. */
export function projectionEquation(free: number, bound: number, output: number): string {
  const outer = LETTERS.slice(0, free);
  const summed = LETTERS.slice(free, free + bound);
  const made = LETTERS.slice(free + bound, free + bound + output);
  return `${outer}${summed},${summed}${made}->${outer}${made}`;
}

export interface AttentionEquations {
  /** Key and query to scores. */
  readonly scores: string;
  /** Scores and value to output. */
  readonly combine: string;
  readonly scoresRank: number;
}

/**
 * For projected tensors of a rank (batch, …, heads, size of a head) that attend over some axes. Null
 * where an axis is not there.
 */
export function attentionEquations(rank: number, axes: readonly number[]): AttentionEquations | null {
  if (axes.some((axis) => axis >= rank || axis < -rank)) return null;
  const at = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  const target = LETTERS.slice(0, rank);
  let next = rank;
  let source = '';
  const batch: number[] = [];
  for (let i = 0; i < rank; i++) {
    const isBatch = !at.includes(i) && i !== rank - 1;
    if (isBatch) batch.push(i);
    if (isBatch || i === rank - 1) source += target[i];
    else source += LETTERS[next++];
  }
  const pick = (letters: string, indices: readonly number[]) => indices.map((i) => letters[i]).join('');
  const product = pick(target, batch) + pick(target, at) + pick(source, at);
  return {
    scores: `${source},${target}->${product}`,
    combine: `${product},${source}->${target}`,
    scoresRank: product.length,
  };
}
