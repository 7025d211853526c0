"""What TensorFlow's functions look at only when they run, and what Keras 2's backend asks of its tensors."""

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

data = np.ones((5, 7), "float32")  # hint: (5, 7)
# error[invalid-argument]: dot takes tensors, and y is an array of numpy.
product = K.dot(keras.Input((8,)), np.ones((8, 9), "float32"))
inside = tf.slice(data, [1, 0], [4, -1])  # hint: (4, 7)
# error[invalid-argument]: slice takes 6 from 0 on axis 0, which has 5.
outside = tf.slice(data, [0, 0], [6, 7])
later = tf.slice(keras.Input((5, 7)), [0, 0, 0], [4, 6, 7])  # hint: (4, 6, 7)
# Classes that differ show in a run only, where the size of the batch is open.
losses = tf.nn.softmax_cross_entropy_with_logits(keras.Input((7,)), keras.Input((77,)))  # hint: (None,)
band = tf.linalg.band_part(keras.Input(()), -1, 0)  # hint: (None,)
