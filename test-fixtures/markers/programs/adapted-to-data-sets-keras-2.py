"""Keras 2 builds a layer on the elements of the data set that it adapts to, and a Sequential that begins with it."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers

lines = tf.data.TextLineDataset(["a.txt"]).map(lambda line: (line, 0)).batch(4)
texts = layers.TextVectorization(10, output_mode="tf_idf")  # hint: (None, ?)
texts.adapt(lines.map(lambda line, label: line))
of_texts = Sequential([texts, layers.Dense(3)])  # hint: (None, 3)

rows = tf.data.Dataset.from_tensor_slices(np.zeros((8, 5), "float32")).batch(4)
scaled = layers.Normalization()  # hint: (None, 5)
scaled.adapt(rows)
mean = scaled.mean + 0  # hint: (1, 5)
of_rows = Sequential([scaled, layers.Dense(3)])  # hint: (None, 3)
