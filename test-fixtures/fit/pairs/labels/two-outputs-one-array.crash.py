import numpy as np
import keras
from keras import layers

inputs = keras.Input(shape=(9,))
h = layers.Dense(16, activation="relu")(inputs)
model = keras.Model(inputs, [layers.Dense(1)(h), layers.Dense(1)(h)])
model.compile(optimizer="adam", loss=["mse", "mse"])
x = np.random.random((30, 9))
y = np.random.random((30, 1))
model.fit(x, y, epochs=1)
