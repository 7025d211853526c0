import io

import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

data = np.genfromtxt(io.StringIO("\n".join(f"{i},{i % 2}" for i in range(60))), delimiter=",")
X_train, y_train = [], []
for i in range(20, len(data)):
    X_train.append(data[i - 20 : i, 0])
    y_train.append(data[i, 1])
X_train, y_train = np.array(X_train), np.array(y_train)

model = Sequential()
model.add(LSTM(6, input_shape=(20, 1)))
model.add(Dense(2, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(np.reshape(X_train, (X_train.shape[0], 20, 1)), y_train, epochs=1, batch_size=8)
