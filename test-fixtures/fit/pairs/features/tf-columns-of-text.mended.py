import io

import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

dataset = np.loadtxt(io.StringIO("\n".join(",".join("123456780") for _ in range(40))), delimiter=",")
X = dataset[:, 0:8]
Y = dataset[:, 8]
model = Sequential()
model.add(Dense(12, input_dim=8, activation="relu"))
model.add(Dense(8, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, Y, epochs=1, batch_size=10)
