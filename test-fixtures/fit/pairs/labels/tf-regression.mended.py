import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

x = np.random.random((40, 8))
y = np.random.random((40, 3))
model = Sequential()
model.add(Dense(16, input_shape=(8,), activation="relu"))
model.add(Dense(3))
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(x, y, epochs=1, batch_size=16)
