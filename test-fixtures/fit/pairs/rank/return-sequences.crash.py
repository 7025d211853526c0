import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, Dropout

x = np.random.rand(60, 20, 4)
y = np.random.rand(60, 1)
model = Sequential()
model.add(LSTM(50, input_shape=(x.shape[1], x.shape[2])))
model.add(Dropout(0.2))
model.add(LSTM(50))
model.add(Dropout(0.2))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(x, y, epochs=1, batch_size=32, verbose=0)
