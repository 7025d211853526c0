import keras
from keras import layers, ops

x = keras.Input((4, 6))  # hint: (None, 4, 6)
y = x + 1
z = ops.reshape(x, (-1, 24))
w = layers.Dense(3)(x) * 2
n = x.shape[1] * 2
v = layers.Dense(n)(x)  # hint: (None, 4, 8)
