import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = np.random.randint(0, 4, 40)
model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics="accuracy")
model.fit(x, y, epochs=1, batch_size=16)
