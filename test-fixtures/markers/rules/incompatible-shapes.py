import keras
from keras import layers

dense = layers.Dense(4)
a = dense(keras.Input(shape=(8,)))  # hint: (None, 4)
# error[incompatible-shapes]: Dense was built for size 8 on axis -1, and this input has 16.
b = dense(keras.Input(shape=(16,)))
