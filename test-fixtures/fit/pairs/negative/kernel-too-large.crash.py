import numpy as np
import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(5, 5, 1)),
    layers.Conv2D(4, 7),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(np.random.random((4, 5, 5, 1)), np.random.random(4), epochs=1)
