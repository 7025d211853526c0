"""Keras 1's Embedding drops rows while training: no part of the shape, and nothing that Keras 1 refuses."""

from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential

model = Sequential()
model.add(Embedding(2000, 128, dropout=0.2, input_length=40))  # hint: (None, 40, 128)
model.add(LSTM(32, dropout_W=0.2, dropout_U=0.2))  # hint: (None, 32)
model.add(Dense(1, W_regularizer="l2"))  # hint: (None, 1)
