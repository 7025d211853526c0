import numpy as np
import keras
from keras import layers

data = np.random.random((50, 6))
target = np.random.random((50, 1))


def samples():
    for i in range(50):
        yield data[i], target[i]


model = keras.Sequential([keras.Input(shape=(6,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(samples(), steps_per_epoch=5, epochs=1)
