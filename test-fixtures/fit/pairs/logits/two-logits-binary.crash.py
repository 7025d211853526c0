import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = np.random.randint(0, 2, 40)
model = keras.Sequential([keras.Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(2)])
model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=1)
