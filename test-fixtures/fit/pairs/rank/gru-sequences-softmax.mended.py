import numpy as np
import keras
from keras import layers

x = np.random.random((16, 10, 3))
y = np.eye(3)[np.random.randint(0, 3, 16)]
model = keras.Sequential([
    keras.Input(shape=(10, 3)),
    layers.GRU(8, return_sequences=True),
    layers.GRU(8),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(x, y, epochs=1)
