"""Attention on keys and values that were shortened in two ways: they must be equally many."""
import keras
from keras import layers

sequence = keras.Input((None, 16))
keys = layers.AveragePooling1D(2)(sequence)
values = layers.Conv1D(16, 3, strides=2, padding="same")(sequence)
seen = layers.Attention()([sequence, values, keys])
wide = layers.MultiHeadAttention(2, 8)(sequence, values, keys)
model = keras.Model(sequence, layers.Add()([seen, wide]))
