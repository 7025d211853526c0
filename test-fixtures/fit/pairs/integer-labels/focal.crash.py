import numpy as np
import keras
from keras import layers

x = np.random.random((64, 20))
y = np.random.randint(0, 4, size=64)
model = keras.Sequential([
    keras.Input(shape=(20,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_focal_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
