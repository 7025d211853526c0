import numpy as np
import keras
from keras import layers

inputs = keras.Input(shape=(9,))
h = layers.Dense(16, activation="relu")(inputs)
price = layers.Dense(1, name="price")(h)
kind = layers.Dense(5, activation="softmax", name="kind")(h)
model = keras.Model(inputs, [price, kind])
model.compile(optimizer="adam", loss=["mse", "categorical_crossentropy"])
x = np.random.random((30, 9))
prices = np.random.random((30, 1))
kinds = np.eye(5)[np.random.randint(0, 5, 30)]
model.fit(x, [kinds, prices], epochs=1)
