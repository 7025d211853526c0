import numpy as np
from keras.layers import Dense
from keras.models import Sequential

X = np.random.random((50, 8))
y = np.random.randint(0, 2, 50)

model = Sequential()
model.add(Dense(16, activation="relu", input_shape=(X.shape[1],)))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=1)
