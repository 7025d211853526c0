import numpy as np
import keras
from keras import layers

x = np.random.random((8, 64))
x = x.reshape(8, 8, 8, 1)
