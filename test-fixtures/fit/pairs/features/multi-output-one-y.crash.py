import numpy as np
import keras
from keras import layers
inp = keras.Input((6,))
x = layers.Dense(8)(inp)
o1 = layers.Dense(1, name='o1')(x)
o2 = layers.Dense(1, name='o2')(x)
model = keras.Model(inp, [o1, o2])
model.compile('adam', ['mse', 'mse'])
y = np.random.rand(30, 2)
model.fit(np.random.rand(30, 6), y, verbose=0)
