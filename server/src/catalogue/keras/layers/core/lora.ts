/** Low-rank adaptation: two small weights that are trained in place of a large one (`enable_lora`). */
import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { NONE, type Value } from '../../../../values/value';
import { type WeightSpec, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { describe, integerOf, mayBeAnything, type Param } from '../../../params';
import { constraint } from '../../identifiers';

/** The rank, or null where there is no adaptation (None, 0). */
export function loraRank(given: Value): Dimension | null {
  if (given.kind === 'None') return null;
  const rank = integerOf(given);
  if (rank === undefined) return unknownDimension(reason('`lora_rank` is not known'));
  return rank === 0 ? null : rank;
}

/** Whether a constraint is given: undefined where not known. */
export const constraintGiven: Param<boolean | undefined> = {
  default: NONE,
  read: (value, context) => {
    const read = constraint().read(value, context);
    if ('failure' in read) return read;
    return { value: value.kind === 'unknown' ? undefined : value.kind !== 'None' };
  },
};

/** What building refuses: a rank that is no positive int, or a constraint on the weight that is adapted. */
export function refusedLora(
  callee: string,
  given: Value,
  constrained: boolean | undefined,
  parameter: string,
): MaybeFailure {
  if (loraRank(given) === null) return null;
  if (constrained) {
    return failure('invalid-argument', `${callee} cannot have both \`lora_rank\` and \`${parameter}\``, { parameter });
  }
  const rank = integerOf(given);
  if ((rank !== undefined && rank > 0) || (rank === undefined && mayBeAnything(given))) return null;
  return failure('invalid-argument', `\`lora_rank\` of ${callee} must be a positive int, not ${describe(given)}`, {
    parameter: 'lora_rank',
  });
}

/** A weight, and what adapts it: of its shape without the last axis, and with the last axis only. */
export function adapted(name: string, shape: readonly Dimension[], given: Value): readonly WeightSpec[] {
  const rank = loraRank(given);
  if (rank === null) return [weight(name, shape)];
  return [
    weight(name, shape, { trainable: false }),
    weight(`lora_${name}_a`, [...shape.slice(0, -1), rank], { dtype: 'float32' }),
    weight(`lora_${name}_b`, [rank, ...shape.slice(-1)], { dtype: 'float32' }),
  ];
}
