"""A default of None that a function only passes on is left to its callers; a sequential model with a part that is not known."""

from keras import Sequential, layers, models


def block(x, filters=None, size=3):
    x = layers.Conv2D(filters, size)(x)
    return layers.ReLU()(x)


class Projection(layers.Layer):
    def __init__(self, units=None, filters=None):
        super().__init__()
        self.dense = layers.Dense(units)
        self.conv = layers.Conv1D(filters=filters, kernel_size=1)

    def call(self, x):
        return self.conv(self.dense(x))


def literal(x):
    # warning[invalid-argument]: units of Dense must be a positive int, not None
    return layers.Dense(None)(x)


model = Sequential()
model.add(models.load_model("model.keras"))
model.add(layers.Lambda(lambda x: x * 2))
last = model.layers[-1].output
