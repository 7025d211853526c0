import numpy as np
import keras
from keras import layers

x = np.random.random((100, 6))
y = np.random.random(100)
x_val = np.random.random((20, 6))
y_val = np.random.random(20)
model = keras.Sequential([keras.Input(shape=(6,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1, validation_data=(x_val, y_val))
