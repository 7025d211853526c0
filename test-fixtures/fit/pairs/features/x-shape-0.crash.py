import numpy as np
from keras.models import Sequential
from keras.layers import Dense
X = np.random.rand(120, 7); y = np.random.randint(0, 2, 120)
model = Sequential()
model.add(Dense(16, input_shape=X.shape, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(X, y, verbose=0)
