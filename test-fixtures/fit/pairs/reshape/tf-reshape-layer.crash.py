import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(128, input_shape=(10,)),
    tf.keras.layers.Reshape((4, 4, 4)),
])
