import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((10, 10, 3))
x = inputs
for filters in [4, 8, 16]:
    x = tf.keras.layers.Conv2D(filters, 3, activation="relu")(x)
    x = tf.keras.layers.MaxPooling2D()(x)
outputs = tf.keras.layers.Dense(1)(tf.keras.layers.Flatten()(x))
model = tf.keras.Model(inputs, outputs)
