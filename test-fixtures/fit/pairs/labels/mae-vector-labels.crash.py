import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5))
y = np.random.random(40)
model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3),
])
model.compile(optimizer="adam", loss="mean_absolute_error", metrics=None)
model.fit(x, y, epochs=1, batch_size=16)
