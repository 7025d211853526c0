import numpy as np
from tensorflow.keras.layers import Input, Dense, Concatenate
from tensorflow.keras.models import Model

a = Input((4,)); b = Input((3,))
out = Dense(1)(Concatenate()([a, b]))
model = Model([a, b], out)
model.compile('adam', 'mse')
xa, xb, y = np.random.rand(20, 4), np.random.rand(20, 3), np.random.rand(20, 1)
model.fit([xa, xb], y, epochs=1, verbose=0)
