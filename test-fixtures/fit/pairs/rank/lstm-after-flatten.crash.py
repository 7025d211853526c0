import numpy as np
import keras
from keras import layers

x = np.random.random((16, 10, 3))
y = np.random.random(16)
model = keras.Sequential([
    keras.Input(shape=(10, 3)),
    layers.Flatten(),
    layers.LSTM(4),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
