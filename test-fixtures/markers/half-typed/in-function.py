import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)  # hint: (None, 28, 28, 8)
    y = layers.MaxPooling2D(
    return layers.MaxPooling2D(2)(x)  # hint: (None, 14, 14, 8); window: 28→14; argument: strides=(2, 2)


image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
x = block(image, 8)  # hint: (None, 14, 14, 8)
