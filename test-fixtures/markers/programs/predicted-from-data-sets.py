"""Rows of what `predict` gives for data that come step by step, and for models that put a batch together in other rows."""

import keras
import numpy as np
import tensorflow as tf

images = np.zeros((640, 28, 28), "float32")  # hint: (640, 28, 28)
model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])  # hint: (None, 28, 28), (None, 784), (None, 10)
even = tf.data.Dataset.from_tensor_slices(images).batch(32)
uneven = tf.data.Dataset.from_tensor_slices(images).batch(100)
all_ = model.predict(even)  # hint: (640, 10)
some = model.predict(even.repeat(), steps=3)  # hint: (96, 10)
least = model.predict(even, steps=50)  # hint: (640, 10)
open_ = model.predict(uneven)  # hint: (?, 10)
arrays = model.predict(images)  # hint: (640, 10)


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return self.dense(x), keras.ops.reshape(x, (-1, 2))  # hint: (None, 3), (None, 2)


own = Own()
own(keras.Input((4,)))  # hint: (None, 3), (None, 2)
codes, halves = own.predict(np.zeros((50, 4), "float32"))  # hint: (50, 3), (?, 2)


class Step(Own):
    def predict_step(self, data):
        return data


step = Step()
step(keras.Input((4,)))  # hint: (None, 3), (None, 2)
stepped = step.predict(np.zeros((50, 4), "float32"))
numbers = tf.linspace(-2, 2, 5)  # hint: (5,)
short = tf.clip_by_norm(numbers, 0.5)  # hint: (5,)

inputs = keras.Input((4,))  # hint: (None, 4)
twice = keras.Model(inputs, keras.ops.concatenate([inputs, inputs], axis=0))  # hint: (None, 4)
rows = twice.predict(np.zeros((50, 4), "float32"))  # hint: (?, 4)
