import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.random.rand(50, 13)
y = np.random.rand(50)
model = Sequential()
model.add(Dense(10, input_dim=14, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=1, verbose=0)
