import numpy as np
import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(3, 16, 16)),
    layers.Conv2D(4, 5, activation="relu"),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(np.random.random((4, 3, 16, 16)), np.random.random(4), epochs=1)
