from functools import partial

import keras
from keras import layers

SIZES = {"image": 32, "stages": [8, 16]}
size = SIZES["image"]
conv = partial(layers.Conv2D, kernel_size=3, padding="same")


def block(x, filters, stride=1):
    y = conv(filters, strides=stride)(x)
    return layers.ReLU()(y)


def decoder():
    model = keras.Sequential()
    for filters in (16, 8):
        model.add(layers.Conv2DTranspose(filters, 2, 2))
        model.add(layers.LeakyReLU(0.2))
    return model


x = keras.Input((size, size, 3))
for filters, count in zip(SIZES["stages"], [1, 2]):
    x = block(x, filters, count)
x = decoder()(x)
