import numpy as np
from tensorflow.keras.layers import Concatenate, Dense, Input
from tensorflow.keras.models import Model

left = Input(shape=(10,))
right = Input(shape=(20,))
merged = Concatenate()([Dense(8)(left), Dense(8)(right)])
model = Model([left, right], Dense(1)(merged))
model.compile(optimizer="adam", loss="mse")
a = np.random.random((25, 10))
b = np.random.random((25, 10))
model.fit([a, b], np.random.random((25, 1)), epochs=1)
