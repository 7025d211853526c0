"""Keras 2 finds what a name stands for among registered objects and those of a module, too."""

import tensorflow as tf


class Widen(tf.keras.layers.Dense):
    def __init__(self, units=4, **kwargs):
        super().__init__(units * 2, **kwargs)


tf.keras.utils.get_custom_objects().update({"widen": Widen})


class Narrow(tf.keras.layers.Dense):
    def __init__(self, units=3, **kwargs):
        super().__init__(units, **kwargs)


x = tf.keras.Input((3,))  # hint: (None, 3)
y = tf.keras.utils.legacy.deserialize_keras_object("widen")(x)  # hint: (None, 8)
y = tf.keras.utils.legacy.deserialize_keras_object("Narrow", module_objects=globals())(x)  # hint: (None, 3)
y = tf.keras.utils.deserialize_keras_object({"class_name": "widen", "config": {"units": 5}})(x)  # hint: (None, 10)
z = tf.keras.layers.Dense(7 if tf.__version__ >= "2.0.0" else 8)(x)  # hint: (None, 7)
a = tf.is_tensor(x)
z = tf.keras.layers.Dense(1 + int(a))(x)  # hint: (None, 2)
