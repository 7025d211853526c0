"""A shape of TensorFlow is a shape to numpy too."""

import numpy as np
from tensorflow import keras


class Masked(keras.layers.Layer):
    def __init__(self, **options):
        super().__init__()
        self.conv = keras.layers.Conv2D(**options)

    def build(self, input_shape):
        self.conv.build(input_shape)
        sizes = self.conv.kernel.get_shape()
        self.mask = np.zeros(shape=sizes)
        self.mask[sizes[0] // 2, : sizes[1] // 2, ...] = 1.0

    def call(self, inputs):
        self.conv.kernel.assign(self.conv.kernel * self.mask)  # hint: (3, 3, 3, 8)
        return self.conv(inputs)  # hint: (None, 26, 26, 8); window: 28→26


x = Masked(filters=8, kernel_size=3)(keras.Input((28, 28, 3)))  # hint: (None, 26, 26, 8)
