import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.arange(30).reshape(10, 3).astype('float32')
y = np.arange(12).astype('float32')
model = Sequential([Dense(1, input_shape=(3,))])
model.compile('sgd', 'mse')
model.fit(X, y, verbose=0)
