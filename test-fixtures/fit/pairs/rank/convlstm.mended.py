import numpy as np
import keras
from keras import layers
x = np.random.rand(4, 6, 16, 16, 1)
y = np.random.rand(4, 16, 16, 1)
model = keras.Sequential()
model.add(layers.ConvLSTM2D(8, 3, padding='same', input_shape=(6, 16, 16, 1)))
model.add(layers.Conv2D(1, 3, padding='same', activation='sigmoid'))
model.compile('adam', 'mse')
model.fit(x, y, verbose=0)
