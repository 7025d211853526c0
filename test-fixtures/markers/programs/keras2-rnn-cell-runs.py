# A recurrent layer of Keras 2 calls its cell: once at least, then as often as nobody knows.
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.dense = layers.Dense(units)

    def call(self, inputs, states):
        output = self.dense(inputs) + states[0]  # hint: (None, 4) +1
        return output, [output]


class Reader(keras.Model):
    def __init__(self):
        super().__init__()
        self.cell = Cell(4)
        self.rnn = layers.RNN(self.cell)

    def call(self, inputs):
        return self.rnn(inputs)  # hint: (None, 4)


told = layers.RNN(Cell(4))
told(keras.Input((5, 3)))  # hint: (None, 4)
run = layers.RNN(Cell(4))
run(np.ones((2, 5, 3)))  # hint: (2, 4)
# What was only told was run as well.
counts = keras.Input((told.count_params(), run.count_params()))  # hint: (None, 16, 16)
reader = Reader()
reader(keras.Input((5, 3)))  # hint: (None, 4)
counts = keras.Input((reader.count_params(),))  # hint: (None, 16)


class Keeper(layers.Layer):
    """Keeps what it has seen."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.state_size = 3

    def call(self, inputs, states):
        seen.append(inputs)
        return inputs, states


seen = []
layers.RNN(Keeper())(np.ones((2, 5, 3)))  # hint: (2, 3)
later = tf.concat(seen[1:], axis=0)
