import numpy as np
import keras
from keras import layers

x = np.random.random((16, 10, 10, 3))
y = np.random.randint(0, 2, 16)
inputs = keras.Input((10, 10, 3))
h = layers.Conv2D(4, 3, activation="relu")(inputs)
outputs = layers.Dense(1, activation="sigmoid")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)
