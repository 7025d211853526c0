import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = keras.utils.to_categorical(np.random.randint(0, 3, 40), 3)
model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3),
])
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
