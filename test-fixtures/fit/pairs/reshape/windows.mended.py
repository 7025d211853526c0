import numpy as np
import keras
from keras import layers

series = np.arange(100)
x = np.reshape(series, (10, 10, 1))
