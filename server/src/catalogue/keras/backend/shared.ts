/** What functions of `keras.backend` have in common. */
import type { Dimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import type { Operand } from '../../ops/operand';
import { tensorOrNumber } from '../../ops/params';

export type Sizes = readonly Dimension[];
export type Format = 'channels_last' | 'channels_first';

/** Anything that TensorFlow makes a tensor of. */
export const any = () => tensorOrNumber({ lists: true });

export function checkRank(x: Operand, rank: number, callee: string): void {
  if (x.rank === rank) return;
  refuse('wrong-rank', `${callee} takes ${rank} dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
    facts: { expected: rank, actual: x.rank },
  });
}
