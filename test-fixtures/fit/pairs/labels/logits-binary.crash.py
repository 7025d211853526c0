import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5))
y = np.random.randint(0, 2, (40, 1))
model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(2),
])
model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
