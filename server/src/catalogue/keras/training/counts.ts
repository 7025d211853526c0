/** Whether inputs, labels and weights are as many (`check_data_cardinality`). */
import { flatten } from '../../../graph/structure';
import { isKnown } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Value } from '../../../values/value';
import { failure } from '../../failure';
import { type Arrays, absent } from './batch';
import type { Finding } from './check';

interface Counted {
  readonly role: 'x' | 'y' | 'sample_weight';
  readonly array: Value;
  readonly count: number;
}

export function countFailure({ x, y, weights }: Arrays): Finding | null {
  const counted = [...countsOf('x', x), ...countsOf('y', y), ...countsOf('sample_weight', weights)];
  const [first] = counted;
  const other = counted.find(({ count }) => count !== first?.count);
  if (!first || !other) return null;
  const part = (role: Counted['role']) => (role === 'x' ? 'inputs' : role === 'y' ? 'labels' : 'sample weights');
  const message =
    first.role === other.role
      ? `there are ${first.count} samples in one of the ${part(first.role)}, and ${other.count} in another`
      : `there are ${first.count} ${part(first.role)}, and ${other.count} ${part(other.role)}`;
  return {
    failure: failure('data-count', message, {
      facts: { roles: [first.role, other.role], counts: [first.count, other.count] },
    }),
    about: [other.array, first.array],
  };
}

function countsOf(role: Counted['role'], data: Value): Counted[] {
  if (absent(data)) return [];
  return flatten(data).flatMap((array): Counted[] => {
    if (array.kind !== 'tensor' || !hasRank(array.shape)) return [];
    const [count] = array.shape;
    return count !== undefined && isKnown(count) ? [{ role, array, count }] : [];
  });
}
