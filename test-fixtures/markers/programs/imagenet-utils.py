"""`keras.applications.imagenet_utils`, and what models make of images with it: on Keras tensors, on data."""

import keras
import numpy as np
import tensorflow as tf
from keras.applications import densenet, imagenet_utils, mobilenet_v2, vgg16
from keras.src.applications.imagenet_utils import correct_pad, obtain_input_shape

x = keras.Input((32, 30, 3))  # hint: (None, 32, 30, 3)
a = vgg16.preprocess_input(x)  # hint: (None, 32, 30, 3)
b = densenet.preprocess_input(x)  # hint: (None, 32, 30, 3)
c = imagenet_utils.preprocess_input(x, mode="tf")  # hint: (None, 32, 30, 3)
model = keras.Model(x, [a, b, c])
d = mobilenet_v2.preprocess_input(np.zeros((2, 5, 5, 3), "uint8"))  # hint: (2, 5, 5, 3)
e = vgg16.preprocess_input(np.zeros((2, 3, 5, 5)), data_format="channels_first")  # hint: (2, 3, 5, 5)
assert [str(d.dtype), str(e.dtype)] == ["float32", "float64"]
f = densenet.preprocess_input(tf.zeros((5, 5, 3)))  # hint: (5, 5, 3)
g = keras.layers.ZeroPadding2D(correct_pad(x, 3))(x)  # hint: (None, 33, 31, 3)
sizes = {"default_size": 224, "min_size": 32, "data_format": "channels_last"}
h = keras.Input(obtain_input_shape(None, require_flatten=True, **sizes))  # hint: (None, 224, 224, 3)
i = keras.Input(obtain_input_shape(None, require_flatten=False, **sizes))  # hint: (None, None, None, 3)
j = keras.Input(obtain_input_shape((64, 64, 1), require_flatten=True, **sizes))  # hint: (None, 64, 64, 1)
try:
    obtain_input_shape((16, 16, 3), require_flatten=False, **sizes)
    k = keras.layers.Dense(1)(x)
except ValueError:
    k = keras.layers.Dense(2)(x)  # hint: (None, 32, 30, 2)
