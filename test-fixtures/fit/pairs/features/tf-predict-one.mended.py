import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(8, activation="relu", input_shape=(5,)),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
x = np.random.random((20, 5))
model.fit(x, np.random.randint(0, 2, (20, 1)), epochs=1)
print(model.predict(x[3:4]))
