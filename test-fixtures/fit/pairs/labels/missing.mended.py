import numpy as np
import keras
from keras import layers

x = np.random.random((40, 6))
y = np.random.random(40)
model = keras.Sequential([keras.Input((6,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)
