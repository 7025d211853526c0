import numpy as np
import tensorflow as tf
import keras
from keras import layers

x = np.random.random((64, 10)).astype("float32")
y = np.random.random((64, 1)).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(16)

model = keras.Sequential([keras.Input(shape=(10,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(dataset, epochs=1)
