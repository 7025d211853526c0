"""A layer without `get_config` is copied by what its constructor was given, where that is plain."""

import keras
from keras import layers


class Mixed(layers.Layer):
    def __init__(self, units, depth=2, **kwargs):
        super().__init__(**kwargs)
        self.stack = [layers.Dense(units) for _ in range(depth)]

    def call(self, x):
        for layer in self.stack:
            x = layer(x)  # hint: (None, 6)
        return x


class Wrapped(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


x = keras.Input((4,))  # hint: (None, 4)
y = Mixed(6, name="mixed")(x)  # hint: (None, 6)
model = keras.Model(x, y)
copy = keras.models.clone_model(model)
z = copy(x)  # hint: (None, 6)


class Averaged(keras.Model):
    def __init__(self, network):
        super().__init__()
        self.network = network
        self.average = keras.models.clone_model(network)

    def call(self, x):
        return self.network(x) - self.average(x)  # hint: (None, 6)


both = Averaged(model)
d = both(x)  # hint: (None, 6)
mixed = model.get_layer("mixed")
config = mixed.get_config()
again = Mixed.from_config(config)(x)  # hint: (None, 6)
assert sorted(config) == ["depth", "dtype", "name", "trainable", "units"]
try:
    Wrapped(layers.Dense(3)).get_config()
    w = layers.Dense(1)(x)
except NotImplementedError:
    w = layers.Dense(2)(x)  # hint: (None, 2)
