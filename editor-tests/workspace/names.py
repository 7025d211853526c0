import keras
from keras import layers


def attend(tokens):
    keys = layers.Dense(64)(tokens)  # B, T, C
    turned = layers.Permute((2, 1))(keys)  # B, T, C
    scores = layers.Dot(axes=(2, 1))([keys, turned])  # (B, T, T)
    return layers.Dot(axes=(2, 1))([scores, keys])  # shape: (batch, 12, 32)


image = keras.Input((28, 28, 1))  # (None, 28, 28, 1)
x = layers.MaxPooling2D(2)(image)  # -> 7x7x1
x = layers.Flatten()(x)  # 14 times 14 numbers
mixed = attend(keras.Input((12, 64)))
