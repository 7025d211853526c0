"""`tf.math.polyval` and `tf.linalg.set_diag`, as layers of graphs use them."""

import tensorflow as tf


class Diffusion(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,), name="kernel")

    def call(self, inputs):
        nodes, edges = inputs
        spread = tf.math.polyval(tf.unstack(self.kernel), edges)  # hint: (None, 6, 6)
        return tf.matmul(spread, nodes)  # hint: (None, 6, 4)


class Pool(tf.keras.layers.Layer):
    def call(self, edges):
        return tf.linalg.set_diag(edges, tf.zeros(tf.shape(edges)[:-1], dtype=edges.dtype))  # hint: (None, 6, 6)


nodes = tf.keras.Input((6, 4))  # hint: (None, 6, 4)
edges = tf.keras.Input((6, 6))  # hint: (None, 6, 6)
spread = Diffusion()([nodes, edges])  # hint: (None, 6, 4)
pooled = Pool()(edges)  # hint: (None, 6, 6)
one = tf.math.polyval([tf.ones((3,))], tf.ones((2, 3)))  # hint: (3,)
