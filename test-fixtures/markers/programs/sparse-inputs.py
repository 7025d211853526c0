"""Which tensors are sparse is not followed: where an input may be, nothing is refused for it."""

import tensorflow as tf
from tensorflow.keras import backend as K

tf.keras.layers.experimental.SyncBatchNormalization()


class Aggregate(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, edges = inputs
        assert K.is_sparse(edges), "edges must be sparse"
        return tf.sparse.sparse_dense_matmul(edges, nodes)


nodes = tf.keras.Input((5,))  # hint: (None, 5)
edges = tf.keras.Input((None,), sparse=True)  # hint: (None, None)
sums = Aggregate()([nodes, edges])
