import numpy as np
import keras
from keras import layers

images = np.random.random((12, 16, 16, 3))
masks = np.random.randint(0, 2, (12, 16, 16, 1))
inputs = keras.Input((16, 16, 3))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
outputs = layers.Conv2D(1, 1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy")
model.fit(images, masks, epochs=1)
