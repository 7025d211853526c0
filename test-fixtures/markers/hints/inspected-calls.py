"""`inspect.signature` tells what the calls of layers take, as it does in Keras; a Lambda that is built has no weights."""

import inspect

import keras
from keras import layers


class Stack(layers.Layer):
    def __init__(self, parts):
        super().__init__()
        self.parts = parts
        self.last = layers.Lambda(lambda x: x[:, -1])

    def build(self, input_shape):
        shape = input_shape
        for part in self.parts:
            part.build(shape)
            shape = part.compute_output_shape(shape)
        self.last.build(shape)

    def call(self, inputs, training=None):
        x = inputs
        for part in self.parts:
            if "training" in inspect.signature(part.call).parameters:
                x = part(x, training=training)  # hint: (None, 10, 6)
            else:
                x = part(x)  # hint: (None, 10, 6); window: 12→10
        return self.last(x)  # hint: (None, 6)


steps = keras.Input((12, 4))  # hint: (None, 12, 4)
stack = Stack([layers.Conv1D(6, 3), layers.BatchNormalization(), layers.Dropout(0.1), layers.Activation("relu")])  # argument: padding="valid"
last = stack(steps)  # hint: (None, 6)
#      ^^^^^^^^^^^^ hover: 102 parameters
takes = layers.Dense(len(inspect.signature(stack.parts[1].call).parameters))(last)  # hint: (None, 3)

# Nothing is looked for in what is not known.
from nowhere import elsewhere

other = layers.Dense(len(inspect.signature(elsewhere.part.call).parameters))(last)  # hint: (None, ?)
