"""Categories as sparse tensors, and functions of their elements."""

import tensorflow as tf
from tensorflow.keras import layers

ids = tf.constant([[5, 11, 5, 17, 17]])  # array: (1, 5)  # hint: (1, 5)
count = layers.CategoryEncoding(num_tokens=20, output_mode="count", sparse=True)
counts = tf.sparse.to_dense(count(ids, count_weights=tf.ones((1, 5))))  # hint: (1, 20)
hashed = layers.Hashing(7, output_mode="multi_hot", sparse=True)(ids)  # hint: (1, 7)
known = tf.sparse.to_dense(hashed)  # hint: (1, 7)

some = tf.sparse.from_dense([[1, 0, 0, 8], [0, 0, 3, 0]])  # hint: (2, 4)
more = tf.sparse.to_dense(tf.sparse.map_values(tf.add, some, 5))  # hint: (2, 4)
times = tf.sparse.to_dense(tf.sparse.map_values(tf.multiply, some, y=5))  # hint: (2, 4)
# error[invalid-input]: sp_input of to_dense must be a sparse tensor.
again = tf.sparse.to_dense(counts)
