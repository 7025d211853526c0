"""What `super().compute_mask` of a layer gives that makes masks; parameters of `call` as Keras first sees them."""

import functools

import tensorflow as tf
from tensorflow.keras import layers

tf.keras.layers.experimental.SyncBatchNormalization()


class WithWeights(layers.Embedding):
    def compute_mask(self, inputs, mask=None):
        return [super().compute_mask(inputs, mask), None]

    def call(self, inputs):
        return [super().call(inputs), self.embeddings + 0.0]  # hint: (10, 4)


class Similarity(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs, mask=None):
        return mask[0]

    def call(self, inputs, mask=None):
        return tf.matmul(inputs[0], inputs[1], transpose_b=True)  # hint: (None, 8, 10)


def checked(call):
    @functools.wraps(call)
    def inner(inputs, **kwargs):
        return call(inputs, **kwargs)

    return inner


class Wrapped(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.call = checked(self.call)

    def call(self, inputs, mask=None):
        return inputs * 2.0  # hint: (None, 8, 10)


tokens = layers.Input((8,))  # hint: (None, 8)
embedded, weights = WithWeights(10, 4, mask_zero=True)(tokens)  # hint: (None, 8, 4), (10, 4)
scores = Similarity()([embedded, weights])  # hint: (None, 8, 10)
doubled = Wrapped()(scores)  # hint: (None, 8, 10)
