import numpy as np
import keras
from keras import layers

x = np.random.randint(0, 50, (16, 10))
y = np.random.randint(0, 2, 16)
model = keras.Sequential([
    keras.Input(shape=(10,)),
    layers.Embedding(50, 4),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, y, epochs=1)
