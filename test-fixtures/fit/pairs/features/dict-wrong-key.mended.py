import numpy as np
import keras
from keras import layers

a = keras.Input(shape=(3,), name="title")
b = keras.Input(shape=(4,), name="body")
out = layers.Dense(1)(layers.Concatenate()([a, b]))
model = keras.Model([a, b], out)
model.compile(optimizer="adam", loss="mse")
data = {"title": np.random.random((30, 3)), "body": np.random.random((30, 4))}
model.fit(data, np.random.random(30), epochs=1)
