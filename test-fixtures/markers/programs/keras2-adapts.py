"""What Keras 2 lets through: adapted layers in front, views of dicts, inputs of another rank, layouts of weights."""
import numpy as np
import tensorflow as tf

table = np.ones((10, 9))  # hint: (10, 9)
normalize = tf.keras.layers.Normalization(axis=-1)  # hint: (None, 9)
normalize.adapt(table)
regression = tf.keras.Sequential([normalize, tf.keras.layers.Dense(1)])  # hint: (None, 1)
regression.summary()

named = {"a": tf.keras.Input((4,)), "b": tf.keras.Input((5,))}  # hint: (None, 4), (None, 5)
joined = tf.keras.layers.Concatenate()(named.values())  # hint: (None, 9)
model = tf.keras.Model(named, joined)

steps = tf.keras.Sequential([tf.keras.layers.Dense(10, input_shape=(None, 5)), tf.keras.layers.Dense(3)])  # hint: (None, None, 10), (None, None, 3)
scores = steps(tf.cast(np.ones((10, 5)), "float"))  # hint: (10, 3)

sharded = tf.keras.layers.Dense(3, kernel_layout=None, bias_layout=None)

cell = tf.keras.layers.LSTMCell(8)
last, *states = tf.keras.layers.RNN(cell, return_state=True)(open("data").read())
