import numpy as np
import keras
from keras import layers

x = np.random.random((16, 64))
y = np.random.random(16)
model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(64),
    layers.Reshape((64, 1)),
    layers.Conv1D(4, 3),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
