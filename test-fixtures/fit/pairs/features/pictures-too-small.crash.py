import numpy as np
import keras
from keras import layers

images = np.zeros((20, 64, 64, 3))
labels = np.zeros((20, 1))
base = keras.Sequential([
    keras.Input(shape=(128, 128, 3)),
    layers.Conv2D(4, 3, strides=2, activation="relu"),
    layers.Conv2D(8, 3, strides=2, activation="relu"),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
base.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
base.fit(images, labels, epochs=1)
