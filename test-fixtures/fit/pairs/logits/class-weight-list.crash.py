import numpy as np
import keras
from keras import layers

x = np.random.random((40, 8))
y = np.random.randint(0, 2, 40)
model = keras.Sequential([keras.Input((8,)), layers.Dense(2, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=1, class_weight=[1.0, 3.0])
