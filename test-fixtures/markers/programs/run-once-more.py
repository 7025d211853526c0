"""`fit` and `predict` run a model that has its shapes already: hints inside of its layers stay those of the graph."""

import numpy as np
from tensorflow import keras


class Scale(keras.layers.Layer):
    def call(self, inputs):
        return inputs * 2.0  # hint: (None, None, 8)


x = keras.Input((None, 8))  # hint: (None, None, 8)
y = Scale()(x)  # hint: (None, None, 8)
model = keras.Model(x, keras.layers.Dense(1)(y))  # hint: (None, None, 1)
model.compile("sgd", "mse")
model.fit(np.zeros((64, 10, 8)), np.zeros((64, 10, 1)))
z = model.predict(np.zeros((4, 20, 8)))  # hint: (4, 20, 1)
