import numpy as np
import keras
from keras import layers

x = np.random.random((16, 12, 12))
y = np.random.random(16)
model = keras.Sequential([
    keras.Input(shape=(12, 12, 1)),
    layers.Conv2D(4, 3),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
