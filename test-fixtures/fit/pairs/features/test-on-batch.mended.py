import numpy as np
import keras
from keras import layers

model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(3, activation="relu"), layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
x = np.random.random((16, 8))
y = np.random.random((16, 1))
for step in range(3):
    loss = model.train_on_batch(x, y)
