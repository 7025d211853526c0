"""Functions of Keras 2's backend that make functions, call them, or keep variables."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K, layers

image = keras.Input((8,))  # hint: (None, 8)
hidden = layers.Dense(5, name="hidden")(image)  # hint: (None, 5)
model = keras.Model(image, layers.Dense(3)(hidden))  # hint: (None, 3)

# Arrays for arrays: a list for a list, the one for the one.
activations = K.function([model.input], [model.get_layer("hidden").output, model.output])
first, last = activations([np.zeros((4, 8))])  # hint: (4, 5), (4, 3)
a = keras.Input(first.shape)  # hint: (None, 4, 5)
b = keras.Input(K.function(model.input, model.output)(np.zeros((6, 8))).shape)  # hint: (None, 6, 3)
c = keras.Input(K.function([model.input], [model.output])([np.zeros((2, 8))])[0].shape)  # hint: (None, 2, 3)

kernel = K.variable(np.zeros((2, 3)))  # hint: (2, 3)
K.set_value(kernel, np.ones((2, 3)))
# error[incompatible-shapes]: set_value gives values of the shape (2, 2) to a variable of (2, 3).
K.set_value(kernel, np.ones((2, 2)))
d = keras.Input(K.batch_get_value([kernel])[0].shape)  # hint: (None, 2, 3)
e = keras.Input(K.cast_to_floatx([1, 2, 3]).shape)  # hint: (None, 3)
f = keras.Input(K.random_normal_variable((4, 2), 0.0, 1.0).shape)  # hint: (None, 4, 2)
g = K.foldl(lambda total, row: total + row, tf.zeros((5, 2)))  # hint: (2,)


def step(x, states):
    return x * 2, [states[0] + x]  # hint: (2, 3), (2, 3)


output, outputs, states = K.rnn(step, tf.zeros((2, 5, 3)), [tf.zeros((2, 3))])  # hint: (2, 3), (2, 5, 3), [(2, 3)]
h = keras.Input(outputs.shape)  # hint: (None, 2, 5, 3)
i = keras.Input(states[0].shape)  # hint: (None, 2, 3)
