"""Keras 3 believes the `compute_output_shape` that a class inherits from a layer, whatever its `call` gives."""

import keras


class Frozen(keras.layers.BatchNormalization):
    def call(self, *args, **kwargs):
        kwargs["training"] = False
        return super().call(*args, **kwargs)


class Joined(keras.layers.Dense):
    def call(self, inputs):
        own = super().call(inputs)  # hint: (None, 4, 8, 5)
        return keras.ops.concatenate([own, inputs], -1)  # hint: (None, 4, 8, 8)


x = keras.Input((4, 8, 3))  # hint: (None, 4, 8, 3)
y = keras.layers.TimeDistributed(Frozen())(x)  # hint: (None, 4, 8, 3)
z = Joined(5)(y)  # hint: (None, 4, 8, 5)


class Said(keras.layers.Layer):
    """By its `compute_output_spec` alone: its `call` is not run on Keras tensors, and may not even fit them."""

    def build(self, input_shape):
        self.built = True

    def compute_output_spec(self, inputs):
        return keras.KerasTensor((None, 7), dtype="int32")

    def call(self, inputs):
        return keras.ops.reshape(inputs, (-1, 5))  # hint: (None, 5)


class Swapped(keras.Operation):
    def call(self, x):
        return keras.ops.transpose(x)

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape[::-1], dtype=x.dtype)


said = Said()(keras.Input((3, 3)))  # hint: (None, 7)
swapped = Swapped()(said)  # hint: (7, None)


class Standardized(keras.layers.Conv2D):
    """Built as the layer that it inherits, also where its `call` does not call that one's."""

    def call(self, inputs):
        kernel = self.kernel - keras.ops.mean(self.kernel, axis=[0, 1, 2], keepdims=True)  # hint: (3, 3, 3, 32)
        return keras.ops.conv(inputs, kernel, padding="same")  # hint: (None, 8, 8, 32)


conv = Standardized(32, 3, padding="same")(keras.Input((8, 8, 3)))  # hint: (None, 8, 8, 32)
#      ^^^^^^^^^^^^ hover: 896 parameters
