import numpy as np
import keras
from keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.out = layers.Dense(1)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


net = Net()
net.compile(optimizer="adam", loss="mse")
net.fit(np.random.random((20, 6)), np.random.random((20,)), epochs=1)
features = np.random.random((20, 6))
inputs = keras.Input(shape=(5,))
outputs = net(inputs)
