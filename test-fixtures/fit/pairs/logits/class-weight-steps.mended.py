import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5, 8))
y = np.random.randint(0, 2, (40, 5, 1))
model = keras.Sequential([keras.Input((5, 8)), layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, y, epochs=1)
