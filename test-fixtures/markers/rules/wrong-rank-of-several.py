"""Each call has a fix of its own: what mends another one is not offered."""

import tensorflow as tf

X = tf.constant([-7.0, -4.0, -1.0, 2.0])  # hint: (4,)
y = tf.constant([3.0, 6.0, 9.0, 12.0])  # hint: (4,)
first = tf.keras.Sequential([tf.keras.layers.Dense(1)])
first.compile(loss="mae", optimizer="sgd")
# error[wrong-rank]: Dense takes an input of at least 2 dimensions, and this one has 1
first.fit(X, y, epochs=5)
# fix!: Give the data a last axis: [..., None] — output becomes (?, 1)
#   => first.fit(X[..., None], y, epochs=5)
second = tf.keras.Sequential([tf.keras.layers.Dense(1)])
second.compile(loss="mae", optimizer="sgd")
# error[wrong-rank]: Dense takes an input of at least 2 dimensions, and this one has 1
second.fit(X, y, epochs=5)
# fix!: Give the data a last axis: [..., None] — output becomes (?, 1)
#   => second.fit(X[..., None], y, epochs=5)
