import numpy as np
import tensorflow as tf

x = np.random.random((40, 8, 8)).astype("float32")
y = np.random.randint(0, 4, 40)
model = tf.keras.models.Sequential([
    tf.keras.layers.Dense(16, activation="relu", input_shape=(64,)),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1)
