"""A sequence that is reshaped to a fixed number of steps: one size alone passes, so no series is said."""
import keras
from keras import layers

sequence = keras.Input((None, 4))
grid = layers.Reshape((3, 2, 4))(sequence)
model = keras.Model(sequence, layers.Flatten()(grid))
