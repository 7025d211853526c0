import numpy as np
import keras
from keras import layers

x = np.zeros((10, 28, 28))
x = x.reshape(10, 28, 28, 1)
