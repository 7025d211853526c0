import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

batch_size = 16
X = np.random.rand(100, 5, 1)
y = np.random.rand(100, 1)
model = Sequential()
model.add(LSTM(8, batch_input_shape=(batch_size, 5, 1), stateful=True))
model.add(Dense(1))
model.compile('adam', 'mse')
model.fit(X, y, batch_size=batch_size, epochs=1, verbose=0, shuffle=False)
