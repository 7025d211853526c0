import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Activation, Flatten, Conv2D, MaxPooling2D

training_data = []
for i in range(24):
    training_data.append([np.random.rand(50, 50), i % 2])
X, y = [], []
for features, label in training_data:
    X.append(features)
    y.append(label)
X = np.array(X).reshape(-1, 50, 50, 1)
y = np.array(y)
model = Sequential()
model.add(Conv2D(16, (3, 3), input_shape=X.shape[1:]))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(1))
model.add(Activation('sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, batch_size=8, epochs=1, verbose=0)
