"""Which release is installed is not known, but what all of a generation have in common is."""

import keras
import tensorflow as tf
from keras import layers
from packaging import version

x = keras.Input((3,))  # hint: (None, 3)
if version.parse(tf.__version__) >= version.parse("2.9"):
    size = 5
else:
    size = 6
y = layers.Dense(size)(x)  # hint: (None, 5)
major, minor = tf.__version__.split(".")[:2]
y = layers.Dense(int(major))(x)  # hint: (None, 2)
y = layers.Dense(7 if tuple(map(int, keras.__version__.split(".")[:2])) >= (3, 0) else 8)(x)  # hint: (None, 7)
y = layers.Dense(int(tf.__version__ >= "2.0.0") + keras.__version__.startswith("3."))(x)  # hint: (None, 2)
y = layers.Dense(9 if tf.version.VERSION[0] == "1" else 4)(x)  # hint: (None, 4)
known = version.parse("2.10.0rc1") < version.parse("2.10") < version.parse("2.10.0.post1")
y = layers.Dense(6 if known else 1)(x)  # hint: (None, 6)
