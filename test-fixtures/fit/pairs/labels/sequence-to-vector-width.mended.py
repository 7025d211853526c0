import numpy as np
import keras
from keras import layers

x = np.random.random((30, 12, 2))
y = np.random.random((30, 5))
model = keras.Sequential([keras.Input((12, 2)), layers.LSTM(8), layers.Dense(5)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
