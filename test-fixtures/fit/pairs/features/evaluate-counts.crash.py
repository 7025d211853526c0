import numpy as np
import keras
from keras import layers

x = np.random.random((60, 3))
y = np.random.random(60)
model = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x[:50], y[:50], epochs=1)
print(model.evaluate(x[50:], y[40:]))
