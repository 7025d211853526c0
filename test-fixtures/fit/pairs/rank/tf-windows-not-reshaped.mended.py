import io

import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

series = np.loadtxt(io.StringIO("\n".join(f"{i} {i % 7}" for i in range(60))))
look_back = 6
X = np.array([series[i : i + look_back, 1] for i in range(len(series) - look_back)])
y = np.array([series[i + look_back, 1] for i in range(len(series) - look_back)])
X = X.reshape(X.shape[0], X.shape[1], 1)
model = Sequential()
model.add(LSTM(5, input_shape=(look_back, 1)))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1)
