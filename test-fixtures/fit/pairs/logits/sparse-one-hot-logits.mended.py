import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = np.eye(3)[np.random.randint(0, 3, 40)]
model = keras.Sequential([keras.Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(3)])
loss_fn = keras.losses.CategoricalCrossentropy(from_logits=True)
model.compile(optimizer="adam", loss=loss_fn, metrics=["accuracy"])
model.fit(x, y, epochs=1)
