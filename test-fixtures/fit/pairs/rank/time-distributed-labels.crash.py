import numpy as np
import keras
from keras import layers

x = np.random.random((16, 6, 4))
y = np.random.randint(0, 2, (16, 1))
model = keras.Sequential([
    keras.Input(shape=(6, 4)),
    layers.TimeDistributed(layers.Dense(8, activation="relu")),
    layers.LSTM(4, return_sequences=True),
    layers.TimeDistributed(layers.Dense(1, activation="sigmoid")),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, y, epochs=1)
