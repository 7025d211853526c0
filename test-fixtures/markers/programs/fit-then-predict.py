"""How many samples a batch holds is not known of a model that was built by `fit`, and stays so."""

import numpy as np
from tensorflow import keras

x = np.zeros((100, 8), "float32")  # hint: (100, 8)
model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(1)])  # hint: (?, 4), (?, 1)
model.compile("sgd", "mse")
model.fit(x, np.zeros((100, 1)), batch_size=25)
y = model.predict(x[:3])  # hint: (3, 1)
