import numpy as np
import keras
from keras import layers

inputs = keras.Input(shape=(9,))
h = layers.Dense(16, activation="relu")(inputs)
a = layers.Dense(1, name="a")(h)
b = layers.Dense(3, activation="softmax", name="b")(h)
model = keras.Model(inputs, [a, b])
model.compile(optimizer="adam", loss={"a": "mse", "b": "sparse_categorical_crossentropy"})
x = np.random.random((30, 9))
model.fit(x, {"a": np.random.random((30, 1)), "b": np.random.randint(0, 3, 30)}, epochs=1)
