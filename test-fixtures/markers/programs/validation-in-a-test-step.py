"""What `fit` evaluates goes to the model's own `test_step`, not to its `train_step`; numbers of arrays that are compared stay numbers."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, metrics, models

x_train, x_test = np.zeros((64, 8), "float32"), np.zeros((32, 8), "float32")
inputs = layers.Input((8,))  # hint: (None, 8)
encoder = models.Model(inputs, layers.Dense(2)(inputs))  # hint: (None, 2)


class Trained(models.Model):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.mean = metrics.Mean(name="mean")

    def call(self, inputs):
        return self.encoder(inputs)  # hint: (?, 2)

    def train_step(self, data):
        self.mean.update_state(tf.reduce_mean(self(data)))
        return {"mean": self.mean.result()}

    def test_step(self, data):
        if isinstance(data, tuple):
            data = data[0]  # hint: (?, 8) +1
        return {"loss": tf.reduce_mean(self(data))}


trained = Trained(encoder)
trained.compile("adam")
trained.fit(x_train, validation_data=(x_test, x_test))
# error[data-shape]: fit fails on these data in test_step: model model takes an input of shape (None, 8), and this one is (?, 3) (in validation_data).
trained.fit(x_train, validation_data=(x_test[:, :3], x_test))

codes = encoder.predict(x_test)  # hint: (32, 2)
xs = np.linspace(min(codes[:, 0]), max(codes[:, 0]), 15)  # hint: (15,)
grid = np.array(list(zip(*[part.flatten() for part in np.meshgrid(xs, xs)])))  # hint: (15, 15), (225, 2)
total = sum(codes)  # hint: (2,)
