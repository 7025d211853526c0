"""Layers of TensorFlow Addons."""

import tensorflow_addons as tfa
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow_addons.layers import WeightNormalization

image = keras.Input((32, 32, 3))  # hint: (None, 32, 32, 3)
x = layers.Conv2D(16, 3, padding="same")(image)  # hint: (None, 32, 32, 16)
x = tfa.layers.InstanceNormalization()(x)  # hint: (None, 32, 32, 16)
#              ^^^^^^^^^^^^^^^^^^^^^ hover: 32 parameters
x = tfa.layers.GroupNormalization(groups=4)(x)  # hint: (None, 32, 32, 16)
y = WeightNormalization(layers.Dense(5))(x)  # hint: (None, 32, 32, 5)
#   ^^^^^^^^^^^^^^^^^^^ hover: 176 parameters
z = WeightNormalization(layers.Dense(5), data_init=False)(x)  # hint: (None, 32, 32, 5)
#   ^^^^^^^^^^^^^^^^^^^ hover: 91 parameters
plain = keras.Model(image, y)
same = layers.Dense(plain.count_params() - 16 * 9 * 3 - 16)(y)  # hint: (None, 32, 32, 240)
other = tfa.layers.Maxout(4)(x)
