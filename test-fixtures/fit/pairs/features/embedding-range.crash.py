import numpy as np
from keras.models import Sequential
from keras.layers import Embedding, GlobalAveragePooling1D, Dense

docs = np.array([[1, 5, 9, 0], [2, 6, 10, 3], [4, 7, 8, 1]])
vocab = 10
model = Sequential()
model.add(Embedding(vocab, 8))
model.add(GlobalAveragePooling1D())
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(docs, np.array([0, 1, 0]), epochs=1, verbose=0)
