import numpy as np
import tensorflow as tf
import keras

model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(16), keras.layers.Dense(4)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
x = tf.random.normal((32, 10))
y = np.random.randint(0, 4, (32,))
with tf.GradientTape() as tape:
    logits = model(x, training=True)
    loss = loss_fn(y, logits)
grads = tape.gradient(loss, model.trainable_weights)
optimizer.apply_gradients(zip(grads, model.trainable_weights))
