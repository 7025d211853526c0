import tensorflow as tf
import numpy as np

model = tf.keras.Sequential([tf.keras.layers.Flatten(input_shape=(28, 28)), tf.keras.layers.Dense(10)])
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()

def train_step(images, labels):
    with tf.GradientTape() as tape:
        predictions = model(images, training=True)
        loss = loss_object(labels, predictions)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

x = np.random.rand(64, 28, 28).astype('float32')
y = np.random.randint(0, 10, 64)
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
for images, labels in ds:
    train_step(images, labels)
