import numpy as np
import tensorflow as tf

x = np.random.random((40, 8))
y = tf.keras.utils.to_categorical(np.random.randint(0, 6, 40), 6)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="relu", input_shape=(8,)),
    tf.keras.layers.Dense(6, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1)
