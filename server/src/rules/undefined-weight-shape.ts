/** A weight whose shape depends on a size that is not known before a run. */
import { refusalRule } from './refused';

export const undefinedWeightShape = refusalRule({
  code: 'undefined-weight-shape',
  title: 'A weight without a fixed shape',
  page: {
    what: 'A layer makes weights whose shape depends on a size that is `None`.',
    why: 'Weights are made before any data is seen, so the sizes that they depend on (mostly the last axis) must be numbers.',
    next: 'Say the size in `Input(shape=…)`, or reduce that axis before.',
    wrong: 'x = keras.Input(shape=(10, None))\ny = layers.Dense(4)(x)',
    right: 'x = keras.Input(shape=(10, 8))\ny = layers.Dense(4)(x)',
  },
  tell: () => ({ why: 'weights are made before any data is seen', next: 'say that size in `Input(shape=…)`' }),
});
