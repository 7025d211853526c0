import keras
from keras import layers


def block(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)  # hint: (None, 32, 32, 8) +2
    return layers.MaxPooling2D(2)(y)  # hint: (None, 16, 16, 8) +2; window: 32→16→8→4; argument: strides=(2, 2)


def unused(x, units=4):
    return layers.Dense(units)(x)


x = keras.Input((32, 32, 3))  # hint: (None, 32, 32, 3)
for filters in (8, 16, 32):
    x = block(x, filters)  # hint: (None, 16, 16, 8) +2

y = keras.Input((64,))  # hint: (None, 64)
for units in [32, 16, 8]:
    y = layers.Dense(units)(y)  # hint: (None, 32) +2

left, right = layers.Dense(1)(y), layers.Dense(2)(y)  # hint: (None, 1), (None, 2)
state = layers.LSTM(4, return_sequences=True, return_state=True)(keras.Input((10, 3)))  # hint: (None, 10, 4), (None, 4), (None, 4)
