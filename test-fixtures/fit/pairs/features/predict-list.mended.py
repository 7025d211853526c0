import keras
import numpy as np
from keras import layers

x = np.random.random((16, 2))
y = np.random.random((16, 1))
model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=1)
print(model.predict(np.array([[3.0, 4.0]])))
