import numpy as np
import keras
from keras import layers

x = np.random.random((6, 8, 8, 3))
y = np.random.randint(0, 2, (6, 8, 8))
model = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(1, 3, padding="same")])
model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(x, y, epochs=1)
