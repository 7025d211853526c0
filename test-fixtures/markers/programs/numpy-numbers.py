"""Keras 2 takes numbers of numpy's for sizes that it passes through `int`, and either Keras for axes to join on."""

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = keras.Input((8,))  # hint: (None, 8)
y = layers.Dense(np.prod((2, 3)))(x)  # hint: (None, 6)
z = layers.Concatenate(axis=np.int64(1))([x, y])  # hint: (None, 14)
steps = keras.Input((8, 4))  # hint: (None, 8, 4)
w = layers.TimeDistributed(layers.Dense(np.int64(2)))(steps)  # hint: (None, 8, 2)
