import numpy as np
import keras
from keras import layers

x = np.random.random((48, 10)).astype("float32")
y = np.array([i % 6 for i in range(48)])
inputs = keras.Input((10,))
h = layers.Dense(12, activation="relu")(inputs)
outputs = layers.Dense(6, activation="softmax")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=12, epochs=1)
