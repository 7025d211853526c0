import numpy as np
import tensorflow as tf
import keras
x = np.random.rand(64, 20).astype('float32')
y = np.random.randint(0, 5, 64)
y = keras.utils.to_categorical(y, 5)
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(16)
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(5, activation='softmax')])
loss_fn = keras.losses.CategoricalCrossentropy()
opt = keras.optimizers.SGD(0.1)
for epoch in range(1):
    for step, (xb, yb) in enumerate(ds):
        with tf.GradientTape() as tape:
            pred = model(xb, training=True)
            loss = loss_fn(yb, pred)
        g = tape.gradient(loss, model.trainable_weights)
        opt.apply_gradients(zip(g, model.trainable_weights))
