/** A window, crop or pad that leaves a size of 0 or less. */
import { layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import type { BoundArgument } from '../values/arguments';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const negativeDimension = refusalRule({
  code: 'negative-dimension',
  blames: ['kernel_size', 'pool_size', 'cropping', 'size'],
  title: 'Negative or zero dimension',
  page: {
    what: 'A convolution, pooling, cropping or padding layer would give an output with a size of zero or less.',
    why: 'With `padding="valid"` a window only takes positions where it lies wholly inside its input. A kernel that is larger than what earlier layers have left has no such position, and Keras raises when the layer is called.',
    next: 'Use a smaller kernel, keep the size with `padding="same"`, or shrink less in the layers before.',
    wrong: 'x = keras.Input(shape=(28, 28, 1))\ny = layers.Conv2D(8, 40)(x)',
    right: 'x = keras.Input(shape=(28, 28, 1))\ny = layers.Conv2D(8, 5)(x)',
  },
  tell(refusal, analysis) {
    const fixes: FixIdea[] = [];
    const found = layerCall({ constructed: refusal.constructed, instance: refusal.call?.instance });
    const bound = argumentsOf(refusal.call?.instance);
    if (found && bound?.has('padding') && !isSame(bound)) {
      const edit = setArgument(analysis, found, 'padding', '"same"', bound);
      if (edit) fixes.push({ title: 'Add `padding="same"`', edits: [edit] });
    }
    const given = bound?.get('input_shape')?.value;
    const sizes =
      given?.kind === 'tuple' ? given.items.map((item) => (item.kind === 'int' ? Number(item.value) : null)) : [];
    const [channels, ...rest] = sizes;
    if (
      found &&
      channels &&
      channels <= 4 &&
      rest.length > 1 &&
      rest.every((size) => size !== null && size > channels)
    ) {
      const text = `(${[...rest, channels].join(', ')})`;
      const edit = setArgument(analysis, found, 'input_shape', text, bound);
      if (edit) fixes.unshift({ title: `Put the channels last: \`input_shape=${text}\``, edits: [edit] });
    }
    const { callee } = refusal.call ?? {};
    return {
      what: callee === undefined || refusal.message.includes(callee) ? undefined : `${callee}: ${refusal.message}`,
      why: 'Keras raises when a layer leaves nothing of its input',
      next:
        fixes.length > 0
          ? 'use a smaller window, or keep the size with `padding="same"`'
          : 'make it smaller, or shrink less in the layers before',
      fixes,
    };
  },
});

function isSame(bound: ReadonlyMap<string, BoundArgument>): boolean {
  const value = bound.get('padding')?.value;
  return value?.kind === 'str' && value.value.toLowerCase() === 'same';
}
