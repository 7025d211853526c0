import numpy as np
import keras
from keras import layers

model = keras.Sequential([keras.Input((100,)), layers.Dense(7 * 7 * 8), layers.Reshape((7, 7, 8))])
