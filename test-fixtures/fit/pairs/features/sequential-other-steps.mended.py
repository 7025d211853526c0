import numpy as np
from keras import layers, models

x = np.random.random((40, 9, 1))
y = np.random.random((40, 1))

# Nothing in this model counts the steps: ten were declared, and nine run.
model = models.Sequential()
model.add(layers.Input(shape=(10, 1)))
model.add(layers.LSTM(4))
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1)
model.predict(x[:, :7])
