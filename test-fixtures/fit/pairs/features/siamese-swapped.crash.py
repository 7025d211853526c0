import numpy as np
import keras
from keras import layers
def base_network(shape):
    inp = keras.Input(shape)
    x = layers.Flatten()(inp)
    x = layers.Dense(32, activation='relu')(x)
    return keras.Model(inp, x)
net = base_network((28, 28))
a = keras.Input((28, 28)); b = keras.Input((28, 28))
d = layers.Lambda(lambda t: keras.ops.sqrt(keras.ops.sum(keras.ops.square(t[0] - t[1]), axis=1, keepdims=True)), output_shape=(1,))([net(a), net(b)])
model = keras.Model([a, b], d)
model.compile('adam', 'mse')
pairs = np.random.rand(20, 2, 28, 28)
y = np.random.randint(0, 2, 20).astype('float32')
model.fit(pairs, y, verbose=0)
