import keras
from keras import layers

x = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
# warning[shape-comment]: The comment says (7, 7, 1), and the tensor of line
x = layers.MaxPooling2D(2)(x)  # (7, 7, 1)  # hint: (None, 14, 14, 1); window: 28→14; argument: strides=(2, 2)
# fix!: Change the comment to (14, 14, 1)
#   => x = layers.MaxPooling2D(2)(x)  # (14, 14, 1)
x = layers.Conv2D(8, (3, 3))(x)  # (12, 12, 8)  # window: 14→12; argument: padding="valid"
# warning[shape-comment]: The comment says (None, 12, 12, 8), and the tensor of line
x = layers.Conv2D(8, (3, 3))(x)  # -> (None, 12, 12, 8)  # hint: (None, 10, 10, 8); window: 12→10; argument: padding="valid"

# warning[shape-comment]: The comment says (9, 9, 8), and the tensor of line
# at this point the representation is (9, 9, 8)

x = layers.Flatten()(x)  # hint: (None, 800)
# (None, 10)
x = layers.Dense(10)(x)  # hint: (None, 10)
x = layers.Dense(5)(x)  # a kernel of (10, 5)  # hint: (None, 5)
# x = layers.Reshape((4, 4, 8))(x)

s = keras.Input((12, 64))  # (B, T, C)  # hint: (None, 12, 64)
s = layers.LSTM(64, return_sequences=True)(s)  # (B, T, C)  # hint: (None, 12, 64)
# information[shape-comment]: T is 6 here, and 12 in the comments of lines
s = layers.MaxPooling1D(2)(s)  # (B, T, C)  # hint: (None, 6, 64); window: 12→6; argument: strides=2
s = layers.Reshape((12, 32))(s)  # B, T, 32  # hint: (None, 12, 32)
# warning[shape-comment]: The comment says (B, T, T), and the tensor of line
s = layers.Dense(5)(s)  # (B, T, T)  # hint: (None, 12, 5)


def exchanged(a):
    a = layers.Dense(64)(a)  # (B, T, C)  # hint: (None, 12, 64)
    # information[shape-comment]: T is 64 here, and 12 in the comment of line 32
    a = layers.Permute((2, 1))(a)  # (B, T, C)  # hint: (None, 64, 12)
    a = layers.Permute((2, 1))(a)  # (B, T, C)  # hint: (None, 12, 64)
    return layers.Dense(32)(a)  # (B, T, D)  # hint: (None, 12, 32)


def pooled(a):
    a = layers.Dense(16)(a)  # (B, H, W)  # hint: (None, 12, 16)
    return layers.MaxPooling1D(2, strides=2)(a)  # (B, H, W)  # hint: (None, 6, 16)


exchanged(keras.Input((12, 8)))  # hint: (None, 12, 8)
pooled(keras.Input((12, 8)))  # hint: (None, 12, 8)
s = layers.Reshape((3, 4, 5))(s)  # -> 3x4x5
# warning[shape-comment]: The comment says 3x20, and the tensor of line
s = layers.Reshape((2, 30))(s)  # -> 3x20  # hint: (None, 2, 30)
# fix!: Change the comment to 2x30
#   => s = layers.Reshape((2, 30))(s)  # -> 2x30
