import numpy as np
import keras
from keras import layers

X = np.zeros((150, 4))
y = np.concatenate([np.full(50, label) for label in range(3)])
model = keras.Sequential([
    keras.Input(shape=(4,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=1, batch_size=16)
