/** Sizes of two things that clash: an input and the weights made for another one, query and value. */
import { refusalRule } from './refused';

export const incompatibleShapes = refusalRule({
  code: 'incompatible-shapes',
  title: 'Shapes that do not fit together',
  page: {
    what: 'Two things that must agree in a size do not: a layer that is used a second time gets other channels than it was built for, operands of an operation do not broadcast, a query does not match its keys.',
    why: "A layer's weights are made for the first input that it sees.",
    next: 'Give both the same size, or use a layer of its own for each.',
    wrong: 'dense = layers.Dense(4)\na = dense(keras.Input(shape=(8,)))\nb = dense(keras.Input(shape=(16,)))',
    right: 'a = layers.Dense(4)(keras.Input(shape=(8,)))\nb = layers.Dense(4)(keras.Input(shape=(16,)))',
  },
});
