"""`tf.TensorShape(…)` as a program makes it."""

import tensorflow as tf

image = tf.keras.Input((8, 6))  # hint: (None, 8, 6)
shape = tf.TensorShape([None, 4, 6])
units = tf.keras.layers.Dense(shape[-1] * tf.TensorShape(shape).rank)(image)  # hint: (None, 8, 18)
