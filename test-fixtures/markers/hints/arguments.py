"""Arguments that are left out, in every way of writing a call."""

import keras
from keras import layers

x = keras.Input((28, 28, 3))  # hint: (None, 28, 28, 3)
a = layers.MaxPooling2D()(x)  # hint: (None, 14, 14, 3); window: 28→14; argument: pool_size=(2, 2), strides=(2, 2)
b = layers.MaxPooling2D(2)(x)  # hint: (None, 14, 14, 3); window: 28→14; argument: strides=(2, 2)
c = layers.MaxPooling2D((2, 2), padding="same")(x)  # hint: (None, 14, 14, 3); window: 28→14; argument: strides=(2, 2)
d = layers.MaxPooling2D(
    2,  # argument: strides=(2, 2)
)(x)  # hint: (None, 14, 14, 3); window: 28→14
e = layers.MaxPooling2D(pool_size=(3, 3), strides=2, padding="same")(x)  # hint: (None, 14, 14, 3)
f = layers.Conv2D(
    8,
    (3, 3)  # a comment  # argument: padding="valid"
)(x)  # hint: (None, 26, 26, 8); window: 28→26
g = layers.Conv2D(8, 1)(x)  # hint: (None, 28, 28, 8)
h = layers.Conv2D(8, 3, padding="same", strides=2)(x)  # hint: (None, 14, 14, 8)
i = layers.Conv2D(8, 2, strides=2)(x)  # hint: (None, 14, 14, 8)
options = {"padding": "same"}
j = layers.Conv2D(8, 3, **options)(x)  # hint: (None, 28, 28, 8)
