import keras
from keras import layers

x = keras.Input(shape=(28, 8))  # hint: (None, 28, 8)
# error[axis-out-of-range]: LayerNormalization normalizes axis 3, which (None, 28, 8) does not have.
y = layers.LayerNormalization(axis=3)(x)

# A number that no axis can be is not told as one of ours, which may be infinite.
rows = keras.ops.mean(x, axis=-(10**400))
twice = keras.ops.repeat(x, 2, axis=10**400)
import numpy as np

part = np.zeros((3, 2))[10**400]  # array: (2,)  # hint: (2,)

import tensorflow as tf

# error[axis-out-of-range]: Axis -10000000000000000000000… is not there: the shape has 3 sizes.
size = tf.TensorShape([None, 4, 6])[-(10**400)]
