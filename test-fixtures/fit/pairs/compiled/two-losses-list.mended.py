import numpy as np
import keras
from keras import layers
inp = keras.Input((4,))
a = layers.Dense(1)(inp); b = layers.Dense(2)(inp)
model = keras.Model(inp, [a, b])
model.compile('adam', loss=['mse', 'mse'])
model.fit(np.zeros((6, 4)), [np.zeros((6, 1)), np.zeros((6, 2))], verbose=0)
