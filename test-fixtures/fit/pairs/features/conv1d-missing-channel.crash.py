import numpy as np
import keras
from keras import layers

x_train = np.random.random((40, 100))
y_train = np.random.randint(0, 3, 40)

model = keras.Sequential([
    keras.Input(shape=(100, 2)),
    layers.Conv1D(8, 5, activation="relu"),
    layers.GlobalMaxPooling1D(),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=1)
