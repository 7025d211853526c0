import numpy as np
import keras
from keras import layers

series = np.sin(np.arange(100) / 10.0)
window = 12
X = np.array([series[i : i + window] for i in range(80)])
y = np.array([series[i + window] for i in range(80)])

model = keras.Sequential([
    keras.Input(shape=(window, 2)),
    layers.LSTM(8),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1)
