import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
y =
x = layers.MaxPooling2D(2)(image)  # hint: (None, 14, 14, 1); window: 28→14; argument: strides=(2, 2)
x = layers.
z = layers.Flatten()(image)  # hint: (None, 784)
