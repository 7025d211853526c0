import numpy as np
from keras.layers import LSTM, Dense
from keras.models import Sequential

X = np.random.random((40, 10))
y = np.random.random(40)

model = Sequential()
model.add(LSTM(8, input_shape=(1, 10)))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1)
