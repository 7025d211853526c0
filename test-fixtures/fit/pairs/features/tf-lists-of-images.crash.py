import numpy as np
import tensorflow as tf

images, labels = [], []
for i in range(12):
    images.append(np.random.rand(32, 32, 3))
    labels.append(i % 3)
model = tf.keras.Sequential([
    tf.keras.layers.Flatten(input_shape=(32, 32, 3)),
    tf.keras.layers.Dense(3, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(images, labels, epochs=1, verbose=0)
