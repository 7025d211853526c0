/** Element types that TensorFlow does not mix, or does not compute with. */
import { origins } from './blame';
import { refusalRule } from './refused';

export const incompatibleDtypes = refusalRule({
  code: 'incompatible-dtypes',
  blames: ['dtype'],
  title: 'Element types that do not fit',
  page: {
    what: 'A function is given tensors of element types that it does not mix, or of one that it does not compute with: int32 beside float32, an activation of ints.',
    why: 'TensorFlow casts nothing by itself. Keras 3 does between tensors, but an operation may still be there for floats only.',
    next: 'Cast one of them: `keras.ops.cast(x, "float32")`, `tf.cast(x, tf.float32)`, `x.astype("float32")`.',
    wrong: 'counts = tf.constant([1, 2])\nshares = counts * tf.constant([0.5, 0.25])',
    right: 'counts = tf.cast(tf.constant([1, 2]), tf.float32)\nshares = counts * tf.constant([0.5, 0.25])',
  },
  tell: ({ call }, analysis) => ({
    related: call?.kind === 'op' ? origins(analysis, call.inputs ?? [], ({ dtype }) => `the ${dtype}`) : [],
  }),
});
