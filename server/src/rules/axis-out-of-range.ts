/** An axis that the input does not have. */
import { refusalRule } from './refused';

export const axisOutOfRange = refusalRule({
  code: 'axis-out-of-range',
  blames: ['axis', 'axes'],
  title: 'An axis that is not there',
  page: {
    what: 'An `axis` (or one of the `axes`) is not among the axes of the input.',
    why: 'Axes count from 0, which is the batch; -1 is the last one.',
    next: 'Choose an axis that the input has.',
    wrong: 'x = keras.Input(shape=(28, 8))\ny = layers.LayerNormalization(axis=3)(x)',
    right: 'x = keras.Input(shape=(28, 8))\ny = layers.LayerNormalization(axis=-1)(x)',
  },
  tell: () => ({ why: 'axes count from 0, which is the batch; -1 is the last one' }),
});
