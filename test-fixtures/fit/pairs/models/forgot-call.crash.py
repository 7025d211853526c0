import keras
from keras import layers
inp = keras.Input((4,))
x = layers.Dense(8)(inp)
out = layers.Dense(1)
model = keras.Model(inp, out)
