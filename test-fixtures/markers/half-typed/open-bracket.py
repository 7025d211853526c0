import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
x = layers.Conv2D(16, 3, padding="same")(image)  # hint: (None, 28, 28, 16)
y = layers.Conv2D(16, (3, 3), padding=
z = layers.MaxPooling2D(2)(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
w = layers.Conv2D(8, 3)(z)  # hint: (None, 12, 12, 8); window: 14→12; argument: padding="valid"
