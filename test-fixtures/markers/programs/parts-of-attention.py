"""Layers inside of others that are built by hand, masks given by position, policies and private parts asked for."""

import keras
from keras import layers


class Decoder(layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def build(self, shapes):
        self.attention = layers.MultiHeadAttention(self.heads, 8, dtype=self.dtype_policy)
        self.attention.build(query_shape=shapes, value_shape=shapes)
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)
        self.norm.build(shapes)
        self.softmax = layers.Softmax(dtype=self.dtype_policy.name)

    def call(self, x):
        scores = keras.ops.matmul(x, keras.ops.transpose(x, (0, 2, 1)))  # hint: (None, 5, 5)
        weights = self.softmax(scores, keras.ops.ones_like(scores, dtype="bool"))  # hint: (None, 5, 5)
        return self.norm(self.attention(x, x) + keras.ops.matmul(weights, x))  # hint: (None, 5, 16)


class Backbone(keras.Model):
    def __init__(self, width, **kwargs):
        tokens = keras.Input((5, width))  # hint: (None, 5, 16)
        outputs = Decoder(2)(tokens)  # hint: (None, 5, 16)
        super().__init__(inputs=tokens, outputs=outputs, **kwargs)
        self.own = set(id(layer) for layer in self._flatten_layers())
        self.width = width


backbone = Backbone(16)
count = keras.Input((backbone.count_params(),))  # hint: (None, 1120)
