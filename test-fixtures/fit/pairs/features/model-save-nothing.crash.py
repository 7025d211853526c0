import numpy as np
import keras
from keras import layers
x = np.random.rand(30, 10); y = np.random.rand(30, 3)
model = keras.Sequential([keras.Input((10,)), layers.Dense(64), layers.Dense(3)])
model.compile('adam', 'mae')
model.fit(x, y, verbose=0)
new = np.random.rand(5, 9)
print(model.predict(new, verbose=0).shape)
