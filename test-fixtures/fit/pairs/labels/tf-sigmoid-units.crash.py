import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

x = np.random.random((40, 8))
y = np.random.randint(0, 2, 40)
model = Sequential()
model.add(Dense(16, input_shape=(8,), activation="relu"))
model.add(Dense(4, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
