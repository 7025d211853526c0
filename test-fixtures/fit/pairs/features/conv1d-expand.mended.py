import numpy as np
from keras.models import Sequential
from keras.layers import Conv1D, GlobalMaxPooling1D, Dense

X_train = np.random.rand(100, 3000)
Y_train = np.random.randint(0, 4, (100,))
X_train = np.expand_dims(X_train, axis=2)
model = Sequential()
model.add(Conv1D(16, 9, activation='relu', input_shape=(3000, 1)))
model.add(GlobalMaxPooling1D())
model.add(Dense(4, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X_train, Y_train, epochs=1, verbose=0)
