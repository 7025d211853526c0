import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense

x_train = np.random.rand(50, 48, 48, 1)
y_train = np.random.randint(0, 7, 50)
model = Sequential()
model.add(Conv2D(32, kernel_size=3, activation='relu', input_shape=(48, 48, 1)))
model.add(Flatten())
model.add(Dense(7, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=10, epochs=1, verbose=0)
