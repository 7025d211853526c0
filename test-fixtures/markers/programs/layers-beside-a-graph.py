"""Keras 2 lists layers that attributes of a functional model hold behind those of its graph."""

import tensorflow as tf
from tensorflow import keras

inputs = keras.Input((8,))  # hint: (None, 8)
outputs = keras.layers.Dense(3, name="a")(inputs)  # hint: (None, 3)
model = keras.Model(inputs, outputs)
model.decode = keras.layers.Dense(2, name="b")
model.more = [keras.layers.Dense(4, name="c")]
keras.Input((len(model.layers), model.get_layer("c").units))  # hint: (None, 4, 4)
