"""What packages of models do: rates split off an array, shapes handed on, `training` without a default."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def rates_of(blocks, end):
    """Rates that grow from block to block, a list for each stack."""
    cuts = [sum(blocks[: i + 1]) for i, _ in enumerate(blocks[:-1])]
    return [part.tolist() for part in np.split(np.linspace(0.0, end, sum(blocks)), cuts)]


def drop(x, rate):
    return layers.Dropout(rate, noise_shape=[None] + [1] * (len(x.shape) - 1))(x) if rate > 0 else x  # hint: (None, 8, 8, 16)


class Block(layers.Layer):
    def build(self, input_shape):
        self.dense = layers.Dense(input_shape[-1])

    def call(self, x, training):
        return x + tf.keras.layers.Dropout(0.5)(self.dense(x), training=training)  # hint: (None, 8, 8, 16)


x = image = layers.Input((8, 8, 16))  # hint: (None, 8, 8, 16)
for stack in rates_of([1, 2], 0.2):
    for rate in stack:
        x = drop(x, rate)  # hint: (None, 8, 8, 16)
x = layers.Reshape(x.shape[1:])(x)  # hint: (None, 8, 8, 16)
x = layers.Reshape(x.shape[1:3] + [4, 4])(x)  # hint: (None, 8, 8, 4, 4)
x = layers.Reshape(image.shape[1:])(x)  # hint: (None, 8, 8, 16)
y = Block()(x)  # hint: (None, 8, 8, 16)
columns = np.split(np.arange(12).reshape(3, 4), [1], axis=1)  # hint: (3, 1), (3, 3)
model = tf.keras.Model(image, layers.Dense(int(columns[1][2, 0]))(y))  # hint: (None, 8, 8, 9)
