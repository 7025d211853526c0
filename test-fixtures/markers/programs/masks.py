"""Keras hands a layer the mask that its input carries."""

import keras
from keras import layers, ops


class Positions(layers.Layer):
    def __init__(self):
        super().__init__()
        self.table = layers.Embedding(1000, 16)

    def call(self, inputs):
        return self.table(inputs)  # hint: (None, None, 16)

    def compute_mask(self, inputs, mask=None):
        return ops.not_equal(inputs, 0)  # hint: (None, None)


class Decoder(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(2, 16)
        self.project = keras.Sequential([layers.Dense(32), layers.Dense(16)])  # hint: (None, None, 32), (None, None, 16)

    def call(self, inputs, mask=None):
        if mask is not None:
            padding = ops.cast(mask[:, None, :], "int32")  # hint: (None, 1, None)
        return self.project(self.attention(inputs, inputs, attention_mask=padding))  # hint: (None, None, 16)


ids = keras.Input((None,), dtype="int32")  # hint: (None, None)
x = Decoder()(Positions()(ids))  # hint: (None, None, 16)
y = Decoder()(layers.Embedding(1000, 16, mask_zero=True)(ids))  # hint: (None, None, 16)
