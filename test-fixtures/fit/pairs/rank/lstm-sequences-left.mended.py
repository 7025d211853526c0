import numpy as np
import keras
from keras import layers

x = np.random.random((16, 10, 3))
y = np.random.randint(0, 2, 16)
model = keras.Sequential([
    keras.Input(shape=(10, 3)),
    layers.LSTM(8, return_sequences=False),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, y, epochs=1)
