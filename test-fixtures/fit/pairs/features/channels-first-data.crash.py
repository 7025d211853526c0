import numpy as np
import keras
from keras import layers

x = np.random.random((24, 3, 32, 32)).astype("float32")
y = np.random.randint(0, 5, 24)

model = keras.Sequential([
    keras.Input(shape=(32, 32, 3)),
    layers.Conv2D(4, 3, activation="relu"),
    layers.GlobalMaxPooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, epochs=1)
