import numpy as np
import tensorflow as tf

x = np.random.random((40, 8))
y = np.random.randint(0, 3, 40)
model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu", input_shape=(8,)), tf.keras.layers.Dense(3)])
model.compile(optimizer="adam", loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=1)
