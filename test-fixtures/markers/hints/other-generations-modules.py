"""Whether a module has a name that nothing is known of is not known; `keras.ops` is not there before Keras 3."""

import tensorflow as tf

tf.keras.layers.experimental.SyncBatchNormalization()
modules = {"new": "ops", "old": "layers"}

image = tf.keras.Input((28, 28, 1))  # hint: (None, 28, 28, 1)
if hasattr(tf.keras, modules["new"]):
    either = tf.keras.layers.Conv2D(8, 3, padding="same")(image)  # hint: (None, 28, 28, 8)
else:
    either = tf.keras.layers.Conv2D(9, 3, padding="same")(image)  # hint: (None, 28, 28, 9)
again = tf.keras.layers.Activation("relu")(either)  # hint: (None, 28, 28, ?)
if hasattr(tf.keras, modules["old"]) and hasattr(tf.keras.layers, "Conv2D"):
    known = tf.keras.layers.Conv2D(8, 3, padding="same")(image)  # hint: (None, 28, 28, 8)
else:
    known = image
same = tf.keras.layers.Activation("relu")(known)  # hint: (None, 28, 28, 8)
