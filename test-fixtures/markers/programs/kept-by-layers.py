"""What a layer keeps of others in its attributes holds no weights."""

import keras
import tensorflow as tf
from keras import layers


class Around(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(4)
        self.supports_masking = self.inner.supports_masking
        self.regularizer = keras.regularizers.get(keras.regularizers.l2(1e-4))
        self.constraint = keras.constraints.max_norm(2.0)
        self.both = keras.regularizers.l1_l2(l1=0.1, l2=0.2)
        self.seeds = keras.random.SeedGenerator(3)
        self.minor = tf.__version__.split(".")[1]

    def build(self, shape):
        if hasattr(self.inner, "_build_from_signature"):
            self.inner._build_from_signature(shape)
        else:
            self.inner.build(shape)

    def call(self, inputs):
        return self.inner(keras.random.dropout(inputs, 0.1, seed=self.seeds))  # hint: (None, 4)


x = keras.Input((3,))  # hint: (None, 3)
layer = Around()
y = layer(x)  # hint: (None, 4)
z = layers.Dense(layer.count_params())(x)  # hint: (None, 16)


@tf.custom_gradient
def halved(values):
    return values[:, ::2], lambda upstream: tf.repeat(upstream, 2, axis=1)  # hint: (None, 4)


class Halves(layers.Layer):
    def call(self, inputs):
        if tf.is_tensor(inputs) and not tf.is_tensor(3.0):
            inputs = tf.math.scalar_mul(0.5, inputs)  # hint: (None, 8)
        return halved(inputs)


h = Halves()(keras.Input((8,)))  # hint: (None, 4)
