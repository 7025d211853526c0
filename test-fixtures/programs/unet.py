import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.BatchNormalization()(x)


image = keras.Input((None, None, 3))
a = block(image, 16)
x = layers.MaxPooling2D()(a)
b = block(x, 32)
x = layers.MaxPooling2D()(b)
x = block(x, 64)
for skip, filters in [(b, 32), (a, 16)]:
    x = layers.UpSampling2D()(x)
    x = layers.Concatenate()([x, skip])
    x = block(x, filters)
mask = layers.Conv2D(1, 1, activation="sigmoid")(x)
unet = keras.Model(image, mask)
