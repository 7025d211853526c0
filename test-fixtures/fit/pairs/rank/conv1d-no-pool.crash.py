import numpy as np
import keras
from keras import layers

x = np.random.random((16, 20, 2))
y = np.eye(3)[np.random.randint(0, 3, 16)]
model = keras.Sequential([
    keras.Input(shape=(20, 2)),
    layers.Conv1D(4, 3, activation="relu"),
    layers.MaxPooling1D(2),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(x, y, epochs=1)
