import numpy as np
import keras
from keras import layers

images = np.random.random((8, 16, 16, 3))
masks = np.random.randint(0, 4, (8, 16, 16))
model = keras.Sequential([
    keras.Input(shape=(16, 16, 3)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(4, 1, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(images, masks, epochs=1)
