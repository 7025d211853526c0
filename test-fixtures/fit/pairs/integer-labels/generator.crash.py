import numpy as np
import keras
from keras import layers

def batches():
    while True:
        yield np.random.random((8, 5)), np.random.randint(0, 3, 8)


model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(batches(), steps_per_epoch=2, epochs=1)
