"""Keras 3 makes Bidirectional's layers from a serialized config, in which numbers of numpy's are Python's."""

import keras
import numpy as np
from keras import layers, ops

steps = keras.Input((5, 3))  # hint: (None, 5, 3)
both = layers.Bidirectional(layers.LSTM(np.int64(8)))(steps)  # hint: (None, 16); argument: merge_mode="concat"
doubled = ops.add(both, both)  # hint: (None, 16)
# error[invalid-argument]: units of LSTM must be an int
alone = layers.LSTM(np.int64(8))(steps)
