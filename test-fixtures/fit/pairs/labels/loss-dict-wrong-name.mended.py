import numpy as np
import keras
from keras import layers

inputs = keras.Input(shape=(9,))
h = layers.Dense(16, activation="relu")(inputs)
a = layers.Dense(1, name="score")(h)
b = layers.Dense(1, name="risk")(h)
model = keras.Model(inputs, [a, b])
model.compile(optimizer="adam", loss={"score": "mse", "risk": "mse"})
x = np.random.random((30, 9))
model.fit(x, {"score": np.random.random((30, 1)), "risk": np.random.random((30, 1))}, epochs=1)
