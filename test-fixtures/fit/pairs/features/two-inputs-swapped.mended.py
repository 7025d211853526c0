import numpy as np
import keras
from keras import layers

age = np.random.random((30, 3))
text = np.random.random((30, 12))
target = np.random.random(30)

a = keras.Input(shape=(3,), name="age")
b = keras.Input(shape=(12,), name="text")
merged = layers.concatenate([a, b])
out = layers.Dense(1)(merged)
model = keras.Model([a, b], out)
model.compile(optimizer="adam", loss="mse")
model.fit([age, text], target, epochs=1)
