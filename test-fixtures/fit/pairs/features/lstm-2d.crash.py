import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense

data = np.random.rand(120, 8)
X = data[:, :-1]
y = data[:, -1]
model = Sequential()
model.add(LSTM(32, input_shape=(X.shape[0], X.shape[1])))
model.add(Dense(1))
model.compile(loss='mae', optimizer='adam')
model.fit(X, y, epochs=1, batch_size=16, verbose=0, shuffle=False)
