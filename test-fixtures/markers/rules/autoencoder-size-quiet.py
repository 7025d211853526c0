"""Models whose output differs from their input on purpose."""

import keras
from keras import layers

# super resolution: twice the size
low = keras.Input((32, 32, 3))  # hint: (None, 32, 32, 3)
x = layers.MaxPooling2D(2)(low)  # hint: (None, 16, 16, 3); window: 32→16; argument: strides=(2, 2)
x = layers.UpSampling2D(4)(x)  # hint: (None, 64, 64, 3)
high = layers.Conv2D(3, 3, padding="same")(x)  # hint: (None, 64, 64, 3)
upscaler = keras.Model(low, high)

# segmentation: other channels
image = keras.Input((64, 64, 3))  # hint: (None, 64, 64, 3)
x = layers.Conv2D(8, 3)(image)  # hint: (None, 62, 62, 8); window: 64→62; argument: padding="valid"
x = layers.MaxPooling2D(2)(x)  # hint: (None, 31, 31, 8); window: 62→31; argument: strides=(2, 2)
x = layers.UpSampling2D(2)(x)  # hint: (None, 62, 62, 8)
mask = layers.Conv2D(2, 1, activation="softmax")(x)  # hint: (None, 62, 62, 2)
segmenter = keras.Model(image, mask)

# a plain stack that shrinks a little
x = layers.Conv2D(8, 3)(image)  # hint: (None, 62, 62, 8); window: 64→62; argument: padding="valid"
x = layers.Conv2D(3, 3)(x)  # hint: (None, 60, 60, 3); window: 62→60; argument: padding="valid"
filterer = keras.Model(image, x)
