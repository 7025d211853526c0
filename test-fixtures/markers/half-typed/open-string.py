import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
x = layers.Conv2D(16, 3, padding="sa)(image)
y = layers.MaxPooling2D(2)(image)  # hint: (None, 14, 14, 1); window: 28→14; argument: strides=(2, 2)
