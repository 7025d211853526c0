import numpy as np
import tensorflow as tf

x = np.random.random((50, 6))
y = tf.keras.utils.to_categorical(np.random.randint(0, 3, 50), 3)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(8, activation="relu", input_shape=(6,)),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=1)
