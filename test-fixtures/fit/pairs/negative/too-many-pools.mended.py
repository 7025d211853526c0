import numpy as np
import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(16, 16, 1)),
    layers.Conv2D(4, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(4, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(4, 3, padding="same", activation="relu"),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(np.random.random((4, 16, 16, 1)), np.random.random(4), epochs=1)
