import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = np.random.randint(0, 6, 40)
model = keras.Sequential([keras.Input((8,)), layers.Dense(6, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, np.eye(6)[y], epochs=1)
