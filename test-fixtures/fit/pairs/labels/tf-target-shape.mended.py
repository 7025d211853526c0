import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.random.rand(100, 20)
y = np.random.randint(0, 5, 100)
model = Sequential()
model.add(Dense(32, activation='relu', input_shape=(20,)))
model.add(Dense(5, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=1, verbose=0)
