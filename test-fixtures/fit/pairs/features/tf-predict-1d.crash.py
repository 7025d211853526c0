import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(4, input_shape=(3,)), tf.keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(np.random.rand(10, 3), np.random.rand(10), verbose=0)
sample = np.array([0.1, 0.2, 0.3])
print(model.predict(sample))
