import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5))
y = np.random.poisson(3, (40, 2))
model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="exponential"),
])
model.compile(optimizer="adam", loss="poisson", metrics=None)
model.fit(x, y, epochs=1, batch_size=16)
