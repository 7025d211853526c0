"""What TensorFlow's Keras 2 takes: views of dicts, layouts of weights, adapted layers in front of a Sequential."""

import json
from collections import Counter

import numpy as np
import tensorflow as tf

parts = {"a": tf.keras.Input(shape=(1,)), "b": tf.keras.Input(shape=(2,))}  # hint: (None, 1), (None, 2)
both = tf.keras.layers.Concatenate()(parts.values())  # hint: (None, 3)
model = tf.keras.Model(parts, both)

normalizer = tf.keras.layers.Normalization(axis=-1)  # hint: (None, 9)
normalizer.adapt(np.zeros((100, 9)))
stack = tf.keras.Sequential([normalizer, tf.keras.layers.Dense(3)])  # hint: (None, 3)
stack.summary()

laid = tf.keras.layers.Dense(3, kernel_layout=None)(both)  # hint: (None, 3)
rnn = tf.keras.layers.RNN(tf.keras.layers.LSTMCell(8), return_state=True)
x, *state = rnn(json.load(open("x.json")))
sums = np.zeros((50, 3)).sum(axis=1)  # hint: (50,)
most = Counter(sums).most_common(10)
# Notice the values are now in `[0,1]`.
print(sums)
