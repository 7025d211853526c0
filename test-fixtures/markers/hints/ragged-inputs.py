"""Ragged tensors are not followed: nothing is refused for their parts, nor for what layers make of them."""

import tensorflow as tf

tf.keras.layers.experimental.SyncBatchNormalization()


class Flatten(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, places = inputs
        return tf.gather(nodes.values, places.values[:, 0] + tf.cast(places.row_lengths()[0], places.dtype))


words = tf.keras.Input((None,), dtype="int64", ragged=True)  # hint: (None, None)
places = tf.keras.Input((None, 2), dtype="int64", ragged=True)  # hint: (None, None, 2)
nodes = tf.keras.layers.Embedding(10, 8)(words)  # hint: (None, None, 8)
picked = Flatten()([nodes, places])
dense = tf.keras.layers.Dense(3)(tf.keras.Input((4,), ragged=False))  # hint: (None, 3)
