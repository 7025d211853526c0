import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
labels = np.random.randint(0, 5, 40)
y = keras.utils.to_categorical(labels, num_classes=5)
model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, labels, epochs=1, batch_size=16)
