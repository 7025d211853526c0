import numpy as np
import tensorflow as tf

ds = tf.data.Dataset.from_tensor_slices((np.random.rand(40, 3), np.random.rand(40))).batch(8)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile('sgd', 'mse')
model.fit(ds, epochs=1, verbose=0)
