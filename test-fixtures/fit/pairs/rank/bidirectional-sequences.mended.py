import numpy as np
import keras
from keras import layers

x = np.random.random((16, 6, 4))
y = np.eye(2)[np.random.randint(0, 2, 16)]
model = keras.Sequential([
    keras.Input(shape=(6, 4)),
    layers.Bidirectional(layers.LSTM(4, return_sequences=False)),
    layers.Dense(2, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(x, y, epochs=1)
