import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, TimeDistributed

X = np.random.rand(30, 10, 2)
y = np.random.rand(30, 10, 1)
model = Sequential()
model.add(LSTM(16, input_shape=(10, 2)))
model.add(TimeDistributed(Dense(1)))
model.compile('adam', 'mse')
model.fit(X, y, epochs=1, verbose=0)
