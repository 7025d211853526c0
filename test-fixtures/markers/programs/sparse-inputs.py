"""Sparse tensors in layers of Keras 2: their parts, products with dense ones, and what asks for them."""

import tensorflow as tf
from tensorflow.keras import backend as K

tf.keras.layers.experimental.SyncBatchNormalization()


class Aggregate(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, edges = inputs
        assert K.is_sparse(edges), "edges must be sparse"
        assert isinstance(edges, tf.SparseTensor) and not K.is_sparse(nodes)
        return tf.sparse.sparse_dense_matmul(edges, nodes)  # hint: (None, 5)


class Gather(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, edges = inputs
        targets, sources = edges.indices[:, 1], edges.indices[:, 0]  # hint: (None,), (None,)
        weights = tf.sparse.map_values(tf.nn.relu, tf.cast(edges, "float32")).values[:, None]  # hint: (None, 1)
        messages = weights * tf.gather(nodes, sources)  # hint: (None, 5)
        return tf.math.unsorted_segment_sum(messages, targets, tf.shape(nodes)[0])  # hint: (None, 5)


class Turned(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, edges = inputs
        turned = tf.sparse.reorder(tf.sparse.transpose(edges))  # hint: (None, None)
        made = tf.SparseTensor(turned.indices, turned.values, edges.dense_shape)  # hint: (None, None)
        both = tf.sparse.add(turned, made)  # hint: (None, None)
        return tf.matmul(tf.sparse.to_dense(both), nodes) if K.is_sparse(both) else nodes[0]  # hint: (None, 5)


class Unknown(tf.keras.layers.Layer):
    def call(self, inputs):
        nodes, edges = inputs
        return nodes, tf.sparse.expand_dims(edges, 0)


nodes = tf.keras.Input((5,))  # hint: (None, 5)
edges = tf.keras.Input((None,), sparse=True)  # hint: (None, None)
sums = Aggregate()([nodes, edges])  # hint: (None, 5)
sent = Gather()([nodes, edges])  # hint: (None, 5)
turned = Turned()([nodes, edges])  # hint: (None, 5)
kept, deeper = Unknown()([nodes, edges])  # hint: (None, 5), ?
# Which may be sparse is not known of what is not followed: nothing is refused for it.
again = Gather()([nodes, deeper])
