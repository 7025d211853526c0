import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

model = Sequential()
model.add(Conv2D(4, (5, 5), activation="relu", input_shape=(14, 14, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(8, (5, 5), padding="same", activation="relu"))
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(1))
