import numpy as np
import keras
from keras import layers
a = keras.Input((5,), name='wide'); b = keras.Input((6,), name='deep')
h = layers.Dense(30, activation='relu')(b)
h = layers.Dense(30, activation='relu')(h)
out = layers.Dense(1)(layers.concatenate([a, h]))
model = keras.Model([a, b], out)
model.compile('sgd', 'mse')
X = np.random.rand(60, 8); y = np.random.rand(60)
Xa, Xb = X[:, :5], X[:, 3:]
model.fit((Xa, Xb), y, verbose=0)
