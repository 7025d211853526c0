import numpy as np
from keras import layers, models

x = np.random.random((40, 9, 2))
y = np.random.random((40, 1))

model = models.Sequential()
model.add(layers.Input(shape=(10, 1)))
model.add(layers.LSTM(4))
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1)
