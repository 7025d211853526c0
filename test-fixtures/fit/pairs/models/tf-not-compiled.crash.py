import numpy as np
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.fit(np.random.rand(8, 3), np.random.rand(8), verbose=0)
