"""Keras 3 does not run the `call` of a layer that says its output shape, but to build what the layer owns."""

import numpy as np
import keras
from keras import layers, ops


class Built(layers.Layer):
    """Its own `build` leaves what it owns unbuilt."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(8)

    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return self.inner(x * self.scale)  # hint: (2, 8)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 8)


class Run(layers.Layer):
    """Built by one run of its `call`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(8)

    def call(self, x):
        return self.inner(x)  # hint: (None, 8)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 8)


x = keras.Input((4,))  # hint: (None, 4)
first = Built()
y = first(x)  # hint: (None, 8)
assert [len(first.weights), first.inner.built] == [1, False]
second = Run()
z = second(y)  # hint: (None, 8)
assert [len(second.weights), second.inner.built] == [2, True]
given = first(np.zeros((2, 4), "float32"))  # hint: (2, 8)
assert [len(first.weights), first.inner.built] == [3, True]
