from tensorflow import keras
from tensorflow.keras import Input
from tensorflow.keras.layers import *
x = keras.layers.experimental.RandomFourierFeatures(64)(Input((20,)))
x = LocallyConnected1D(8, 3)(Input((28, 1)))
x = LocallyConnected2D(8, 3)(Input((28, 28, 1)))
x = RandomHeight(0.2)(Input((28, 28, 3)), training=True)
x = RandomWidth(0.2)(Input((28, 28, 3)), training=True)
x = keras.layers.experimental.SyncBatchNormalization()(Input((28, 28, 8)))
x = ThresholdedReLU()(Input((7, 32)))
