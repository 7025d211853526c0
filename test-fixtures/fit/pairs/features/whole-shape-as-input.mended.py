import numpy as np
from keras.layers import Dense
from keras.models import Sequential

X = np.random.random((50, 8))
y = np.random.random((50, 1))

model = Sequential()
model.add(Dense(16, activation="relu", input_shape=X.shape[1:]))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1)
