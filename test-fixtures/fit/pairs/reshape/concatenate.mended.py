import numpy as np
import keras
from keras import layers

a = np.zeros((10, 4))
b = np.zeros((10, 3))
x = np.concatenate([a, b], axis=1)
