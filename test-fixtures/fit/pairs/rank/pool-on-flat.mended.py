import numpy as np
import keras
from keras import layers

x = np.random.random((16, 8, 8, 2))
y = np.random.random(16)
model = keras.Sequential([
    keras.Input(shape=(8, 8, 2)),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
