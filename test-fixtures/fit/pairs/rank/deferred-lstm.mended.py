import numpy as np
import keras
from keras import layers

x = np.random.random((20, 28))
y = np.random.random(20)
model = keras.Sequential([layers.LSTM(4), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x[..., np.newaxis], y, epochs=1)
