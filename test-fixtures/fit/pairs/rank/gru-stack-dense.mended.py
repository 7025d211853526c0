import numpy as np
from keras import Sequential
from keras.layers import GRU, Dense, Flatten
X = np.random.rand(20, 15, 3); y = np.random.rand(20)
model = Sequential()
model.add(GRU(16, return_sequences=True, input_shape=(15, 3)))
model.add(GRU(8))
model.add(Dense(1))
model.compile('adam', 'mse')
model.fit(X, y, verbose=0)
