import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


image = keras.Input((128, 128, 3), name="image")
a = block(image, 32)
b = block(layers.MaxPooling2D()(a), 64)
c = block(layers.MaxPooling2D()(b), 128)
d = block(layers.MaxPooling2D()(c), 256)
up = layers.Conv2DTranspose(128, 2, strides=2)(d)
up = block(layers.Concatenate()([up, c]), 128)
up = layers.Conv2DTranspose(64, 2, strides=2)(up)
up = block(layers.Concatenate()([up, b]), 64)
up = layers.Conv2DTranspose(32, 2, strides=2)(up)
up = block(layers.Concatenate()([up, a]), 32)
mask = layers.Conv2D(1, 1, activation="sigmoid", name="mask")(up)
unet = keras.Model(image, mask, name="unet")
