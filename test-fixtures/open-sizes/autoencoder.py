import keras
from keras import layers

image = keras.Input((None, None, 1))
x = image
for filters in (16, 8, 4):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.MaxPooling2D(2)(x)
for filters in (4, 8, 16):
    x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same")(x)
model = keras.Model(image, layers.Conv2D(1, 3, padding="same")(x))
