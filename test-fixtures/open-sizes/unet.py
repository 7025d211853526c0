import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.BatchNormalization()(x)


image = keras.Input((None, None, 3))
skips = []
x = image
for filters in (4, 8, 16, 32):
    x = block(x, filters)
    skips.append(x)
    x = layers.MaxPooling2D(2)(x)
x = block(x, 64)
for filters, skip in zip((32, 16, 8, 4), reversed(skips)):
    x = layers.UpSampling2D(2)(x)
    x = layers.Concatenate()([x, skip])
    x = block(x, filters)
model = keras.Model(image, layers.Conv2D(1, 1)(x))
