import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5))
y = np.random.random((40, 4))
model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(6, activation="softmax"),
])
model.compile(optimizer="adam", loss="kl_divergence", metrics=None)
model.fit(x, y, epochs=1, batch_size=16)
