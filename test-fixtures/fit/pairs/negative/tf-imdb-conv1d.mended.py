import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Conv1D, MaxPooling1D, Dense, GlobalMaxPooling1D
X = np.random.randint(0, 100, (20, 30)); y = np.random.randint(0, 2, 20)
model = Sequential()
model.add(Embedding(100, 8, input_length=30))
model.add(Conv1D(8, 7, activation='relu'))
model.add(MaxPooling1D(5))
model.add(Conv1D(8, 3, activation='relu'))
model.add(GlobalMaxPooling1D())
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(X, y, verbose=0)
