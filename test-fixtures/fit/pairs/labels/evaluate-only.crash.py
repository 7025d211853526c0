import numpy as np
import keras
from keras import layers

x = np.random.random((40, 6))
y = np.random.randint(0, 3, 40)
model = keras.Sequential([keras.Input((6,)), layers.Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=1)
model.evaluate(x, keras.utils.to_categorical(y, 3))
