"""The statistics of a Normalization, spread over the axes of the input, and its weights."""

import keras
import numpy as np
from keras import layers

rows = np.zeros((8, 5, 3), "float32")  # array: (8, 5, 3)  # hint: (8, 5, 3)
last = layers.Normalization()
last.adapt(rows)
a = last.mean + last.variance  # hint: (1, 1, 3)
b = last.adapt_mean + last.adapt_variance  # hint: (3,)
all_of_them = layers.Normalization(axis=None)
all_of_them.adapt(rows)
c = all_of_them.mean + 0  # hint: (1, 1, 1)
middle = layers.Normalization(axis=1)
middle(rows)  # hint: (8, 5, 3)
d = middle.mean + 0  # hint: (1, 5, 1)
given = layers.Normalization(axis=(1, 2), mean=1.0, variance=2.0)
given.build((None, 5, 3))
e = given.variance + 0  # hint: (1, 5, 3)
recurrent = layers.LSTM(4)
recurrent(rows)  # hint: (8, 4)
f = recurrent.kernel + 0
