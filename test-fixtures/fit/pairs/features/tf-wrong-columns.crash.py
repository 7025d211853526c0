import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X = np.random.random((80, 13))
y = np.random.random(80)
model = Sequential()
model.add(Dense(13, input_dim=12, kernel_initializer="normal", activation="relu"))
model.add(Dense(1, kernel_initializer="normal"))
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(X, y, epochs=1, batch_size=5, verbose=0)
