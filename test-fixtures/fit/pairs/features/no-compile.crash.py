import numpy as np
import keras
from keras import layers

model = keras.Sequential([keras.Input(shape=(6,)), layers.Dense(1)])
model.fit(np.random.random((20, 6)), np.random.random(20), epochs=1)
