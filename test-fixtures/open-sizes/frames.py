"""Steps cut into frames of four, and joined with what was taken from every second one."""
import keras
from keras import layers

signal = keras.Input((None, 8))
frames = layers.Reshape((-1, 4, 8))(signal)
energy = layers.TimeDistributed(layers.Flatten())(frames)
half = layers.MaxPooling1D(2)(energy)
back = layers.UpSampling1D(2)(half)
joined = layers.Concatenate()([energy, back])
model = keras.Model(signal, layers.Bidirectional(layers.LSTM(4))(joined))
