import numpy as np
import keras
from keras import layers

x = np.random.random((16, 10, 3))
y = np.random.randint(0, 5, (16, 10))
model = keras.Sequential([
    keras.Input(shape=(10, 3)),
    layers.LSTM(8, return_sequences=True),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=1)
