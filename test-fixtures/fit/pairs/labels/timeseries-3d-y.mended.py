import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense
X = np.random.rand(80, 24, 3); y = np.random.rand(80, 6)
model = Sequential()
model.add(LSTM(20, activation='relu', return_sequences=True, input_shape=(24, 3)))
model.add(LSTM(20, activation='relu'))
model.add(Dense(6))
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=1, verbose=0)
