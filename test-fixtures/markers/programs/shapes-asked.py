"""A Sequential that is only asked for its shapes asks its layers, and is not built by it."""

import keras
from keras import layers

model = keras.Sequential([layers.Dense(4), layers.Dense(2)])  # hint: (None, 4), (None, 2)
shape = model.compute_output_shape((None, 9))
x = keras.Input((3,))  # hint: (None, 3)
y = layers.Dense(shape[1] + 1)(x)  # hint: (None, 3)
z = layers.Dense(len(model.weights) + 1)(x)  # hint: (None, 1)
w = model(x)  # hint: (None, 2)
v = layers.Dense(len(model.weights) + 1)(x)  # hint: (None, 5)

conv = layers.Conv2D(2, 3, padding="valid")
size = conv.compute_output_shape((None, 9, 9, 5))
u = conv(keras.Input((size[1], size[2], 3)))  # hint: (None, 5, 5, 2)


class Plain(layers.Layer):
    def call(self, inputs):
        return inputs


class Telling(Plain):
    def compute_output_shape(self, input_shape):
        return (input_shape[0], 6)


told = keras.Sequential([Telling(), layers.Dense(3)]).compute_output_shape((None, 4))
t = layers.Dense(told[1])(x)  # hint: (None, 3)
# error[invalid-input]: Plain has no compute_output_shape
Plain().compute_output_shape((None, 4))
