"""AutoGraph gives a tensor's `len` in a `call` of Keras 2."""

import tensorflow as tf


class Drop(tf.keras.layers.Layer):
    def call(self, x):
        shape = (tf.shape(x)[0],) + (1,) * (len(tf.shape(x)) - 1)  # hint: (), ?, ?
        return x * tf.floor(0.5 + tf.random.uniform(shape, 0, 1))  # hint: (None, 8, 4)


y = Drop()(tf.keras.Input((8, 4)))  # hint: (None, 8, 4)
