import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5))
y = np.random.random((40, 16))
model = keras.Sequential([
    keras.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(16),
])
model.compile(optimizer="adam", loss="cosine_similarity", metrics=None)
model.fit(x, y, epochs=1, batch_size=16)
