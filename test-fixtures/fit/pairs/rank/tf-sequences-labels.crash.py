import numpy as np
from tensorflow.keras.layers import Dense, LSTM
from tensorflow.keras.models import Sequential

x = np.random.random((20, 5, 2))
y = np.eye(3)[np.random.randint(0, 3, 20)]
model = Sequential()
model.add(LSTM(8, return_sequences=True, input_shape=(5, 2)))
model.add(Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=1)
