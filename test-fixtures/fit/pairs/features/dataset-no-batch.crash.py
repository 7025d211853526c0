import numpy as np
import tensorflow as tf
import keras

x = np.random.rand(100, 28, 28).astype('float32')
y = np.random.randint(0, 10, 100)
ds = tf.data.Dataset.from_tensor_slices((x, y))
model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])
model.compile('adam', keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(ds, epochs=1, verbose=0)
