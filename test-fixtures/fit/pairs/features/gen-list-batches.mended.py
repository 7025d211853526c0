import numpy as np
import keras
from keras import layers
def generator(X, y, batch_size):
    while True:
        idx = np.random.choice(len(X), batch_size)
        yield X[idx], y[idx]
X = np.random.rand(40, 12); y = np.random.rand(40, 1)
model = keras.Sequential([keras.Input((12,)), layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(generator(X, y, 8), steps_per_epoch=5, verbose=0)
