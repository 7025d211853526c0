/** `rearrange`: axes by name, in the notation of einops. */
import type { Dimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { rearranged } from '../../../shapes/rearranging';
import type { Value } from '../../../values/value';
import { anything, describe } from '../../params';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { NotKnown } from '../operand';
import { type OpParam, tensor } from '../params';

const lengths: OpParam<ReadonlyMap<string, Value>> = {
  default: null,
  kind: 'var-keyword',
  read: () => ({ value: new Map() }),
};

export const rearrange: OpDefinition = defineOp({
  name: 'rearrange',
  module: 'core',
  operation: 'Rearrange',
  summary: 'Axes renamed, joined and split by a pattern.',
  params: { tensor: tensor(), pattern: anything(null), axes_lengths: lengths },
  symbolicBy: ['tensor'],
  output: ({ args: { tensor: x, pattern, axes_lengths: given } }) => {
    if (pattern.kind === 'unknown') throw new NotKnown(pattern.reason);
    if (pattern.kind !== 'str') {
      return refuse('invalid-argument', `\`pattern\` must be a text, not ${describe(pattern)}`, {
        exception: 'TypeError',
        parameter: 'pattern',
      });
    }
    const sizes = new Map<string, Dimension>();
    for (const [name, value] of given) {
      const size = dimensionOf(value);
      if (size === undefined) {
        return refuse('invalid-argument', `\`${name}\` must be an int, not ${describe(value)}`, {
          exception: 'TypeError',
        });
      }
      sizes.set(name, size);
    }
    return tensorOf(rearranged(x.shape, pattern.value, sizes), x.dtype);
  },
});
