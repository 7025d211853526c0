"""A model that a loop of unknown length has put together: which layers it has is not known, and none is missed."""

import keras
from keras import layers
from settings_elsewhere import depth

inputs = keras.Input((4,))  # hint: (None, 4)
x = inputs
for i in range(depth):
    x = layers.Dense(3, name=f"dense_{i}")(x)  # hint: (None, 3)
model = keras.Model(inputs, layers.Dense(2)(x))  # hint: (None, 2)
found = model.get_layer("dense_0")
keras.Input((len(model.layers), 1))  # hint: (None, ?, 1)
keras.Input((len(model.weights), 1))  # hint: (None, ?, 1)
