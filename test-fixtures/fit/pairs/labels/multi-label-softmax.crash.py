import numpy as np
from keras.models import Sequential
from keras.layers import Dense
X = np.random.rand(50, 30)
Y = np.random.randint(0, 2, (50, 5))
model = Sequential()
model.add(Dense(16, activation='relu', input_dim=30))
model.add(Dense(5, activation='sigmoid'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, Y, epochs=1, verbose=0)
