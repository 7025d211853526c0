import numpy as np
import keras
from keras import layers

x = np.zeros((12, 6))
x = x.reshape(-1, 5, 2)
