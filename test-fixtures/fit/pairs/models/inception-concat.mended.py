import keras
from keras import layers
inp = keras.Input((28, 28, 64))
a = layers.Conv2D(32, 1, activation='relu')(inp)
b = layers.Conv2D(32, 3, activation='relu', padding='same')(inp)
c = layers.MaxPooling2D(3, strides=1, padding='same')(inp)
out = layers.concatenate([a, b, c], axis=-1)
