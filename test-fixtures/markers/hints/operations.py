import keras
from keras import layers, ops

x = keras.Input((4, 6))  # hint: (None, 4, 6)
y = x + 1  # hint: (None, 4, 6)
z = ops.reshape(x, (-1, 24))  # hint: (None, 24)
w = layers.Dense(3)(x) * 2  # hint: (None, 4, 3)
n = x.shape[1] * 2
v = layers.Dense(n)(x)  # hint: (None, 4, 8)
first = x[:, 0]  # hint: (None, 6)
mean = ops.mean(ops.square(x - first[:, None]), axis=-1, keepdims=True)  # hint: (None, 4, 1)
last = x[:, -1, :3] @ ops.ones((3, 5))  # hint: (None, 5)
