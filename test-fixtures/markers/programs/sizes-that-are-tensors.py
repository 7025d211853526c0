"""A size in a shape can be a tensor, whose value need not be known."""

import keras
from keras import layers, ops


class Reduced(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.reduce = layers.Conv2D(8, 4, strides=4)

    def build(self, input_shape):
        side = ops.cast(ops.sqrt(ops.cast(input_shape[1], "float32")), "int32")  # hint: ()
        self.reduce.build((input_shape[0], side, side, input_shape[2]))

    def call(self, x):
        return ops.reshape(self.reduce(ops.reshape(x, (-1, 16, 16, 32))), (-1, 16, 8))  # hint: (None, 16, 8)


x = keras.Input((256, 32))  # hint: (None, 256, 32)
layer = Reduced()
y = layer(x)  # hint: (None, 16, 8)
z = layers.Dense(layer.count_params() - 4100)(y)  # hint: (None, 16, 4)
