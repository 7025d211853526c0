import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense
X = np.random.rand(50, 10, 1); y = np.random.rand(50)
model = Sequential()
model.add(LSTM(10, input_shape=(10, 1)))
model.add(Dense(1))
model.compile('adam', 'mse')
model.fit(X, y, verbose=0)
