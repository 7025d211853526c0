import numpy as np
from keras import layers, models

x = np.random.rand(11, 4)
y = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1])
model = models.Sequential()
model.add(layers.Dense(16, activation='relu', input_shape=(4,)))
model.add(layers.Dense(11, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(x, y, epochs=1, verbose=0)
