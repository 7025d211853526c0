import tensorflow as tf

counts = tf.constant([1, 2])  # hint: (2,)
# error[incompatible-dtypes]: does not mix int32 and float32: cast one of them
shares = counts * tf.constant([0.5, 0.25])
cast = tf.cast(counts, tf.float32) * tf.constant([0.5, 0.25])  # hint: (2,)
