import keras
from keras import layers


def block(x, filters, padding="same"):
    x = layers.Conv2D(filters, 3, padding=padding)(x)  # hint: (None, 64, 64, 8) +2
    return layers.MaxPooling2D()(x)  # hint: (None, 32, 32, 8) +2; window: 64→32 +2; argument: pool_size=(2, 2), strides=(2, 2)


image = keras.Input((64, 64, 3))  # hint: (None, 64, 64, 3)
a = block(image, 8)  # hint: (None, 32, 32, 8)
b = block(a, 16)  # hint: (None, 16, 16, 16)
c = block(b, filters=32, padding="valid")  # hint: (None, 7, 7, 32)
model = keras.Model(image, c)
