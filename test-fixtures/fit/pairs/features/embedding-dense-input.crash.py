import numpy as np
import keras
from keras import layers

tokens = np.random.randint(0, 50, (32, 20))
labels = np.random.randint(0, 2, 32)
model = keras.Sequential([
    keras.Input(shape=(15,)),
    layers.Embedding(50, 8),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(tokens, labels, epochs=1)
