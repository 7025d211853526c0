import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Flatten
x = np.random.rand(30, 6, 8)
y = np.random.randint(0, 3, 30)
model = Sequential()
model.add(Dense(16, activation='relu', input_shape=(6, 8)))
model.add(Dense(3, activation='softmax'))
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=1, verbose=0)
