"""Lists of numbers that layers of Keras 2 are called on, the slope of relu by its old name, weights of mixed precision."""

import tensorflow as tf

activation = tf.keras.layers.LeakyReLU(alpha=0.1)
output = activation([-3.0, -1.0, 0.0, 2.0])  # hint: (4,)
bright = tf.keras.layers.RandomBrightness(0.2)
image = bright([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]], training=True)  # hint: (2, 2, 3)
# error[invalid-input]: Dense takes one tensor, and is called on 2 tensors.
units = tf.keras.layers.Dense(3)([1.0, 2.0])
sloped = tf.keras.activations.relu(tf.zeros((5,)), alpha=0.5)  # hint: (5,)


class Simple(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", (input_shape[-1], 10))

    def call(self, inputs):
        return tf.linalg.matmul(inputs, self.kernel)  # hint: (4, 10)


mixed = Simple(dtype="mixed_float16")
product = mixed(tf.ones((4, 6)))  # hint: (4, 10)
