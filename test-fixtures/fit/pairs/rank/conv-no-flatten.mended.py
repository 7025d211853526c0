import numpy as np
import keras
from keras import layers

x = np.random.random((16, 12, 12, 1))
y = np.eye(4)[np.random.randint(0, 4, 16)]
model = keras.Sequential([
    keras.Input(shape=(12, 12, 1)),
    layers.Conv2D(4, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(x, y, epochs=1)
