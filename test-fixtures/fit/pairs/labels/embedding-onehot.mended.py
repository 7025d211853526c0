import numpy as np
from keras.models import Sequential
from keras.layers import Embedding, LSTM, Dense

vocab_size = 50
X = np.random.randint(0, vocab_size, (60, 12))
y = np.random.randint(0, vocab_size, (60,))
model = Sequential()
model.add(Embedding(vocab_size, 16, input_shape=(12,)))
model.add(LSTM(32))
model.add(Dense(vocab_size, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=1, verbose=0)
