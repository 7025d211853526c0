import numpy as np
import keras
from keras import layers

x_train = np.random.random((60, 784))
x_train = x_train.reshape(60, 28, 28, 1)
