import numpy as np
import tensorflow as tf

train = np.random.random((90, 3, 3))
model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(9,)))
model.add(tf.keras.layers.Dense(4, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile("adam", "mse")
model.fit(train, np.random.random((90, 1)), epochs=1, batch_size=30)
