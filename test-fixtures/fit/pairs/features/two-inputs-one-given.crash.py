import numpy as np
import keras
from keras import layers

x1 = np.random.random((30, 3))
x2 = np.random.random((30, 4))
y = np.random.random(30)

a = keras.Input(shape=(3,))
b = keras.Input(shape=(4,))
out = layers.Dense(1)(layers.Concatenate()([a, b]))
model = keras.Model(inputs=[a, b], outputs=out)
model.compile(optimizer="adam", loss="mse")
model.fit(x1, y, epochs=1)
