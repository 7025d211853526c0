import numpy as np
import keras
from keras import layers

agent = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(24, activation="relu"), layers.Dense(2)])
agent.compile(optimizer="adam", loss="mse")
state = np.random.random((1, 4))
action = np.argmax(agent.predict_on_batch(state)[0])
