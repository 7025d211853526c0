import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.MaxPooling2D()(x)


picture = keras.Input((None, None, 3))
skip = layers.Conv2D(8, 3, padding="same")(picture)
x = layers.MaxPooling2D()(skip)
x = layers.UpSampling2D()(x)
mask = layers.Concatenate()([x, skip])

x = image = keras.Input((28, 28, 1))
for filters in (8, 16, 32):
    x = layers.Conv2D(filters, 3, strides=2, padding="same")(x)
code = layers.Flatten()(x)  # (None, 512)
wrong = layers.Dense(8)(code)  # (None, 9)

tokens = keras.Input((20, 8))
sequence, state, cell = layers.LSTM(16, return_sequences=True, return_state=True)(tokens)
small = block(image, 4)
large = block(skip, 16)
classifier = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
