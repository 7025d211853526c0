import numpy as np
import keras
from keras import layers

x = np.random.random((20, 32, 32, 3))
model = keras.Sequential([
    keras.Input(shape=(32, 32, 3)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.UpSampling2D(),
    layers.Conv2D(3, 3, padding="same", activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, x, epochs=1)
