"""Element types by the numbers of TensorFlow's protocol, and mixed as numpy mixes them."""

import tensorflow as tf
import tensorflow.experimental.numpy as tnp

kernel = tf.constant([[1, 2]], dtype=1)  # array: (1, 2)  # hint: (1, 2)
ints = tf.zeros([2], 9)  # hint: (2,)
one = tf.cast(ints, 1) + tf.zeros([2])  # hint: (2,)
# error[incompatible-dtypes]: add does not mix int64 and float32: cast one of them.
two = ints + tf.zeros([2])

tnp.experimental_enable_numpy_behavior(dtype_conversion_mode="all")
three = ints + tf.zeros([2])
