import numpy as np
import keras
from keras import layers


def batches():
    while True:
        yield np.random.random((8, 20)), np.random.random((8, 1))


model = keras.Sequential([keras.Input(shape=(20,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(batches(), steps_per_epoch=2, epochs=1)
