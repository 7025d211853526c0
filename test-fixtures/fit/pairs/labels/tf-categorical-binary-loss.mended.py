import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.utils import to_categorical
X = np.random.rand(40, 10)
y = to_categorical(np.array([0, 1] * 20))
model = Sequential([Dense(8, activation='relu', input_shape=(10,)), Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(X, y[:, 1], epochs=1, verbose=0)
