"""To Keras 2 the variables of a model's metrics are weights of the model; to `tf.keras` of today they are not."""

import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

from tensorflow import keras
from tensorflow.keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(2)
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.others = [keras.metrics.BinaryAccuracy(), keras.metrics.MeanSquaredError()]

    def call(self, inputs):
        return self.dense(inputs)  # hint: (None, 2)


class Area(Net):
    def __init__(self):
        super().__init__()
        self.area = keras.metrics.AUC()


net = Net()  # hint: (None, 2)
y = net(keras.Input((3,)))  # hint: (None, 2)
z = layers.Dense(len(net.weights))(y)  # hint: (None, 8)
model = keras.Sequential([keras.Input((3,)), net, layers.Dense(1)])  # hint: (None, 3), (None, 1)
w = layers.Dense(len(model.weights))(y)  # hint: (None, 10)
area = Area()
u = area(keras.Input((3,)))  # hint: (None, 2)
v = layers.Dense(len(area.weights))(y)  # hint: (None, ?)
