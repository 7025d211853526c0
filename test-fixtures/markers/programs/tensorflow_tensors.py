"""Tensors of TensorFlow as programs take them: bytes, counts that keep their axes, loops over what is in a graph."""
import tensorflow as tf
from tensorflow import keras

words = tf.constant([b"a", b"bc"])  # hint: (2,)
numbers = tf.constant([[[1.0, 2.0], [4.0, 0.0], [0.0, 0.0]]])  # hint: (1, 3, 2)
per_step = tf.math.count_nonzero(numbers, axis=-1)  # hint: (1, 3)
per_sample = tf.math.count_nonzero(per_step, axis=-1, keepdims=True)  # hint: (1, 1)
mean = tf.reduce_sum(numbers, axis=1) / tf.sqrt(tf.cast(per_sample, tf.float32))  # hint: (1, 2)


class Loop(keras.layers.Layer):
    def __init__(self, cell):
        super().__init__()
        self.cell = cell

    def call(self, inputs):
        outputs = tf.zeros((tf.shape(inputs)[0], self.cell.output_size))  # hint: (None, 8)
        states = [outputs]
        for step in tf.range(tf.shape(inputs)[1]):
            outputs, states = self.cell(inputs[:, step], states)
        return outputs


sequence = keras.Input((None, 3))  # hint: (None, None, 3)
last = Loop(keras.layers.SimpleRNNCell(8))(sequence)
