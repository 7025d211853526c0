"""Sizes that Keras' ops compare decide what runs."""

import keras
from keras import layers, ops


def block(x, channels, strides=1):
    y = layers.Conv2D(channels, 3, strides=strides, padding="same")(x)  # hint: (None, 32, 32, 16) +1
    if ops.equal(x.shape[-1], channels) and strides == 1:
        return layers.Add()([x, y])  # hint: (None, 32, 32, 16)
    return y


a = block(keras.Input((32, 32, 16)), 16)  # hint: (None, 32, 32, 16)
b = block(a, 24, strides=2)  # hint: (None, 16, 16, 24)
