import numpy as np
from tensorflow.keras.layers import GRU, Dense
from tensorflow.keras.models import Sequential

X = np.random.random((30, 20, 4))
y = np.random.random((30, 1))
model = Sequential([GRU(8, input_shape=(10, 4)), Dense(1)])
model.compile(optimizer="adam", loss="mae")
model.fit(X, y, epochs=1)
