import numpy as np
from keras.layers import LSTM, Dense
from keras.models import Sequential

n_steps, n_features = 7, 3
X = np.random.random((40, n_steps, n_features))
y = np.random.random((40, 1))

model = Sequential()
model.add(LSTM(8, input_shape=(n_steps, n_features)))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1)
