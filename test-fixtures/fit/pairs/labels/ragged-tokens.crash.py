import numpy as np
from keras.models import Sequential
from keras.layers import Embedding, LSTM, Dense
from keras.utils import pad_sequences
seqs = [[3, 4, 5], [6, 7], [8, 9, 2, 1, 5]]
X = pad_sequences(seqs, maxlen=6)
y = np.array([[1, 0], [0, 1], [1, 0]])
model = Sequential()
model.add(Embedding(10, 8))
model.add(LSTM(8))
model.add(Dense(1, activation='softmax'))
model.compile('adam', 'categorical_crossentropy')
model.fit(X, y, verbose=0)
