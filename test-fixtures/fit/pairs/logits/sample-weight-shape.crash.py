import numpy as np
import keras
from keras import layers

x = np.random.random((40, 5, 8))
y = np.random.random((40, 5, 1))
weights = np.random.random(40)
model = keras.Sequential([keras.Input((5, 8)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1, sample_weight=weights)
