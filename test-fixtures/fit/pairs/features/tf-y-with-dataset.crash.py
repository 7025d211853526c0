import numpy as np
import tensorflow as tf

x = np.random.rand(40, 3); y = np.random.rand(40)
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile('sgd', 'mse')
model.fit(ds, y, epochs=1, verbose=0)
