/** `rearrange`: axes by name, in the notation of einops. */
import { type Dimension, isKnown, product } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { rearranged } from '../../../shapes/rearranging';
import { formatShape } from '../../../shapes/shape';
import type { Value } from '../../../values/value';
import { anything, describe } from '../../params';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { defineOp, type OpDefinition } from '../define-op';
import { NotKnown, type Operand } from '../operand';
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
  output: ({ args }) => shapeOf(args),
  // Run, it reshapes: no element may be lost or made.
  run: ({ args }) => {
    const { tensor: x } = args;
    const output = shapeOf(args);
    const [before, after] = [product(x.shape), product(output.shape)];
    if (isKnown(before) && isKnown(after) && before !== after) {
      refuse(
        'reshape-count',
        `${formatShape(x.shape)} has ${before} elements, and ${formatShape(output.shape)} ${after}`,
        {
          parameter: 'pattern',
        },
      );
    }
    return output;
  },
});

interface Args {
  readonly tensor: Operand;
  readonly pattern: Value;
  readonly axes_lengths: ReadonlyMap<string, Value>;
}

function shapeOf({ tensor: x, pattern, axes_lengths: given }: Args) {
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
  const shape = rearranged(x.shape, pattern.value, sizes);
  return { shape, dtype: x.dtype };
}
