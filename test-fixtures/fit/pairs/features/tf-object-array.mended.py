import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

rows = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
X = np.array(rows, dtype='float32')
y = np.array([0, 1, 0])
model = Sequential([Dense(1, input_shape=(3,))])
model.compile('adam', 'mse')
model.fit(X, y, verbose=0)
