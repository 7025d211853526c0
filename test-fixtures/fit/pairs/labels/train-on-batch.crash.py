import numpy as np
import keras
from keras import layers

disc = keras.Sequential([keras.Input((10,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
disc.compile(optimizer="adam", loss="binary_crossentropy")
real = np.random.random((16, 10))
valid = np.ones((16, 2))
loss = disc.train_on_batch(real, valid)
