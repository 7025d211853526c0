"""A program that runs under Python 2 as well is older than Keras 3: its Embedding has an input shape."""

from __future__ import print_function

from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential

model = Sequential()
model.add(Embedding(20000, 128))  # hint: (None, None, 128)
model.add(LSTM(64))  # hint: (None, 64)
model.add(Dense(1))  # hint: (None, 1)
