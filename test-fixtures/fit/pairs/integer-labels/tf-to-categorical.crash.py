import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

x = np.random.random((50, 6))
y = np.random.randint(0, 3, 50)
model = Sequential()
model.add(Dense(16, input_shape=(6,), activation="relu"))
model.add(Dense(3, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1, batch_size=16)
