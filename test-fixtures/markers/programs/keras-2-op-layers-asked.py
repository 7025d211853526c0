"""Keras 2's layers of ops are layers among the others: they have names, outputs and no weights."""

import tensorflow as tf

x = tf.keras.Input((4,))  # hint: (None, 4)
y = tf.nn.relu(x * 2.0)[:, :3]  # hint: (None, 3)
y = tf.keras.layers.Dense(2)(y)  # hint: (None, 2)
model = tf.keras.Model(x, y)
names = [layer.name for layer in model.layers]
z = tf.keras.layers.Dense(len(names))(x)  # hint: (None, 5)
z = tf.keras.layers.Dense(len([n for n in names if n.startswith("tf.")]))(x)  # hint: (None, 3)
own = [layer for layer in model.layers if isinstance(layer, tf.keras.layers.Layer) and not layer.weights]
z = tf.keras.layers.Dense(len(own))(x)  # hint: (None, 4)
sizes = [layer.output_shape[-1] for layer in model.layers[1:]]
z = tf.keras.layers.Dense(sum(sizes))(x)  # hint: (None, 13)
if len(tf.config.experimental.list_logical_devices("TPU")) == 0:
    z = tf.keras.layers.Dense(6)(x)  # hint: (None, 6)
