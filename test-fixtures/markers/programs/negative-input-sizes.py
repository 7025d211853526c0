import keras
from keras import layers

# No `Input` has a negative size, whoever asks for it.
# error[invalid-argument]: The input of Flatten would have the shape (None, -1, 32, 3), and must hold no negative size.
a = keras.Sequential([layers.Flatten(input_shape=(-1, 32, 3))])
# error[invalid-argument]: The input of Dense would have the shape (None, -4), and must hold no negative size.
b = keras.Sequential([layers.Dense(3, input_dim=-4)])

# Keras 3 takes it for no shape, and goes on unbuilt.
c = keras.Sequential([layers.Dense(3)])
c.build((None, -4))
