"""Objects of the program that Keras finds by the names which the program gave them."""

import keras
from keras import layers
from keras.utils import get_custom_objects


def named(cls):
    get_custom_objects()[cls.__name__.lower()] = cls
    return cls


@named
class Widen(layers.Dense):
    def __init__(self, units=4, **kwargs):
        super().__init__(units * 2, **kwargs)


def narrow(units=3):
    return layers.Dense(units)


x = keras.Input((3,))  # hint: (None, 3)
y = keras.utils.legacy.deserialize_keras_object("wide", custom_objects={"wide": Widen})(x)  # hint: (None, 8)
y = keras.utils.legacy.deserialize_keras_object({"class_name": "widen", "config": {"units": 5}})(x)  # hint: (None, 10)
found = keras.utils.legacy.deserialize_keras_object(
    {"class_name": "narrow", "config": {"units": 2}}, module_objects=globals(), printable_module_name="layer"
)
y = found(x)  # hint: (None, 2)
y = keras.saving.deserialize_keras_object({"class_name": "widen", "config": {"units": 6}})(x)  # hint: (None, 12)


class Far(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(y_true - y_pred, axis=-1)

    def get_config(self):
        return {**super().get_config(), "far": 1}


class Slow(keras.optimizers.SGD):
    @keras.optimizers.SGD.iterations.setter
    def iterations(self, value):
        raise NotImplementedError


config = Far().get_config()
y = layers.Dense(2)(x)  # hint: (None, 2)
