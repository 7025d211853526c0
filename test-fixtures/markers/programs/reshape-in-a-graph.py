"""In a graph, TensorFlow works out the one size that is open; Keras' own tensors leave it open."""

import keras
from keras import layers, ops


class Regroup(layers.Layer):
    def call(self, inputs):
        batch = ops.shape(inputs)[0]  # hint: ()
        tokens = ops.reshape(inputs, [1000, 8])  # hint: (1000, 8)
        return ops.reshape(tokens, [batch, 20, 8])  # hint: (50, 20, 8)


x = keras.Input((20, 8))  # hint: (None, 20, 8)
y = Regroup()(x)  # hint: (50, 20, 8)
z = ops.reshape(x, (-1, 8))  # hint: (None, 8)
