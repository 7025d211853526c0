import numpy as np
import keras
from keras import layers

x = np.random.random((32, 4))
y = np.random.random((32, 1))
model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)

sample = np.array([0.1, 0.2, 0.3, 0.4])
print(model.predict(sample))
