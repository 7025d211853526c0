import numpy as np
import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(4, 2)),
    layers.Conv1D(8, 5),
    layers.GlobalMaxPooling1D(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(np.random.random((4, 4, 2)), np.random.random(4), epochs=1)
