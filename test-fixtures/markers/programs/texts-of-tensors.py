"""The values of texts are Python's `bytes` and `str`: they have a length and parts, though no axes."""

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

word = tf.constant(b"conv2d")  # hint: ()
kind = word.numpy()[:4]
count = len(word.numpy())
for letter in word.numpy():
    pass

first = tf.constant(["pool", "dense"]).numpy()[0][:2]

names = np.array(["pool", "dense"])  # hint: (2,)
letters = names[0][:2]
size = len(names[1])

# TensorFlow's own names of types, as Keras 2 takes them.
x = K.placeholder((2, 3), dtype="float")  # hint: (2, 3)
y = K.cast(x, "double")  # hint: (2, 3)
