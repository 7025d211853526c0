# An `__init__` that something unknown has decorated may call the base class' one, and may not.
from keras import Input, layers
from somewhere import translated


class Scaled(layers.Layer):
    @translated
    def __init__(self, by):
        super().__init__()
        self.by = by

    def call(self, inputs):
        return inputs * self.by


class Forgotten(layers.Layer):
    def __init__(self, by):
        self.by = by

    def call(self, inputs):
        return inputs * self.by


x = Input((4,))  # hint: (None, 4)
y = Scaled(2)(x)
# error[invalid-argument]: does not call super().__init__()
z = Forgotten(2)(x)
