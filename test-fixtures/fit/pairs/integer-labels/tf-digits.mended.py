import numpy as np
import tensorflow as tf

x = np.random.random((50, 64))
y = np.random.randint(0, 10, 50)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation="relu", input_shape=(64,)),
    tf.keras.layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1)
