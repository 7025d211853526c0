"""What Keras 2 makes of functions in a graph: layers named after the innermost function, or several of them."""

import tensorflow as tf
from tensorflow.keras import backend as K

tf.keras.layers.experimental.SyncBatchNormalization()

x = tf.keras.Input((4, 6))  # hint: (None, 4, 6)
turned = tf.transpose(x, [0, 2, 1])  # hint: (None, 6, 4)
padded = K.temporal_padding(turned)  # hint: (None, 8, 4)
sizes = K.shape(padded)  # hint: (3,)
mean, variance = tf.nn.moments(padded, 1)  # hint: (None, 4), (None, 4)
rows = tf.linalg.matvec(x, tf.ones((6,)))  # hint: (None, 4)
gates = K.hard_sigmoid(rows)  # hint: (None, 4)
positive = K.sqrt(K.relu(gates, max_value=6))  # hint: (None, 4)
sums = K.sum(positive, axis=-1)  # hint: (None,)
model = tf.keras.Model(x, [sizes, mean, variance, sums])
names = [layer.name for layer in model.layers]

for name in (
    "tf.compat.v1.transpose",
    "tf.compat.v1.pad",
    "tf.compat.v1.shape",
    "tf.math.squared_difference",
    "tf.compat.v1.squeeze_1",
    "tf.linalg.matmul",
    "tf.compat.v1.squeeze_2",
    "tf.clip_by_value",
    "tf.nn.relu6",
    "tf.math.maximum",
    "tf.math.sqrt",
    "tf.math.reduce_sum",
):
    assert name in names, name
