import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = keras.utils.to_categorical(np.random.randint(0, 5, 40), 5)
model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
