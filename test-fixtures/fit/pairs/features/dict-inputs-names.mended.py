import numpy as np
import keras
from keras import layers
title = keras.Input((10,), name='title')
body = keras.Input((20,), name='body')
x = layers.concatenate([layers.Dense(4)(title), layers.Dense(4)(body)])
model = keras.Model([title, body], layers.Dense(1)(x))
model.compile('adam', 'mse')
model.fit({'title': np.zeros((8, 10)), 'body': np.zeros((8, 20))}, np.zeros((8, 1)), verbose=0)
