import numpy as np
import tensorflow as tf
x = np.random.rand(20, 5); y = np.random.randint(0, 3, 20)
model = tf.keras.Sequential([tf.keras.layers.Dense(3, activation='softmax', input_shape=(5,))])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=[tf.keras.metrics.Precision()])
model.fit(x, y, verbose=0)
