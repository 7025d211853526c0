"""A class that has a `build` of its own and the `call` of a layer of Keras is built by that `build`."""

import keras
from keras import layers


class Gained(layers.Conv2D):
    def build(self, input_shape):
        super().build(input_shape)
        self.gain = self.add_weight(name="gain", shape=(self.filters,))


class Doubled(layers.Dense):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(2,))
        super().build(input_shape)


class Biased(layers.MultiHeadAttention):
    def build(self, query_shape, value_shape, key_shape=None):
        super().build(query_shape, value_shape, key_shape)
        self.added = self.add_weight(shape=(value_shape[1],))


class Asked(layers.MultiHeadAttention):
    """Its `build` leaves out that of its base class, and reads what that keeps of the arguments."""

    def build(self, query_shape, value_shape, key_shape=None):
        size = self._num_heads * self._key_dim + self._value_dim
        options = self._get_common_kwargs_for_sublayer()
        self._query_dense = layers.EinsumDense("abc,cd->abd", output_shape=[None, size], **options)
        self._query_dense.build(query_shape)
        self.built = True

    def call(self, query, value, key=None):
        return self._query_dense(query)


image = keras.Input((8, 8, 3))  # hint: (None, 8, 8, 3)
gained = Gained(16, 3)
x = gained(image)  # hint: (None, 6, 6, 16); window: 8→6
doubled = Doubled(7)
y = doubled(x)  # hint: (None, 6, 6, 7)
steps = keras.Input((8, 6))  # hint: (None, 8, 6)
biased = Biased(2, 4)
z = biased(steps, steps)  # hint: (None, 8, 6)
asked = Asked(2, 4)
asked.build(query_shape=(None, 8, 6), value_shape=(None, 8, 6))

# Called by itself, the `build` of a Dense looks at the last axis alone.
alone = layers.Dense(48)
alone.build([16])

# The counts are read by a reshape.
keras.Input((gained.count_params(), 1))  # hint: (None, 464, 1)
keras.Input((doubled.count_params(), 1))  # hint: (None, 121, 1)
keras.Input((biased.count_params(), 1))  # hint: (None, 230, 1)
keras.Input((asked.count_params(), 1))  # hint: (None, 72, 1)
keras.Input((alone.count_params(), 1))  # hint: (None, 816, 1)

# Rates that fall by a linspace of Keras decide which layers there are.
rates = [float(rate) for rate in keras.ops.linspace(0.0, 0.3, 4)]  # hint: (4,)
dropped = [layers.Dropout(rate) if rate > 0.0 else layers.Identity() for rate in rates]
keras.Input((sum(isinstance(layer, layers.Identity) for layer in dropped), 2))  # hint: (None, 1, 2)


class Stages(layers.Layer):
    """Its `compute_output_shape` tells a tensor and a dict of others."""

    def call(self, inputs):
        return inputs, {"first": inputs, "second": inputs}

    def compute_output_shape(self, input_shape):
        return input_shape, {"first": input_shape, "second": input_shape[:1] + (3, 6)}


last, stages = Stages()(steps)  # hint: (None, 8, 6), {first: (None, 8, 6), second: (None, 3, 6)}
flat = layers.Flatten()(stages["second"])  # hint: (None, 18)


class Plain(layers.Layer):
    """Its `build` does not say that it is built: Keras 3 does, whoever calls it."""

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 5))

    def call(self, inputs):
        return inputs @ self.kernel  # hint: (None, 5)


class Around(layers.Layer):
    def __init__(self):
        super().__init__()
        self.inner = [Plain() for _ in range(2)]

    def build(self, input_shape):
        for layer in self.inner:
            layer.build(input_shape)

    def call(self, inputs):
        return sum(layer(inputs) for layer in self.inner)  # hint: (None, 5)


around = Around()
around.build((None, 4))
print(around.inner[0].count_params())
around(keras.Input((4,)))  # hint: (None, 5)
keras.Input((len(around.weights), around.count_params()))  # hint: (None, 2, 40)
