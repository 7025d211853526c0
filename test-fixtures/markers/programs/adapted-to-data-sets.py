"""What Normalization of Keras 3 sees of a data set: the first of a tuple, rows without a batch put into one."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

rows = tf.data.Dataset.from_tensor_slices((np.zeros((8, 5), "float32"), np.zeros(8)))
batched = layers.Normalization()
batched.adapt(rows.batch(4))
alone = layers.Normalization()
alone.adapt(rows.map(lambda x, y: x))
means = batched.mean + alone.mean  # hint: (1, 5)
