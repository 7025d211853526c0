import numpy as np
import keras
from keras import layers

state_size = 4
model = keras.Sequential()
model.add(keras.Input(shape=(state_size,)))
model.add(layers.Dense(24, activation="relu"))
model.add(layers.Dense(2, activation="linear"))
model.compile(loss="mse", optimizer="adam")
state = np.zeros(state_size)
target = model.predict(state.reshape(1, state_size), verbose=0)
