import numpy as np
import tensorflow as tf

images = tf.data.Dataset.from_tensor_slices(np.zeros((64, 28, 28)))
# error[invalid-argument]: batch_size must be greater than 0, got 0
for batch in images.batch(0):
    pixels = tf.reshape(batch, (-1, 784))
# error[invalid-argument]: size must be greater than 0, got -1
windows = images.window(-1)
# error[invalid-argument]: buffer_size must be greater than 0, got 0
shuffled = images.shuffle(0)
everything = images.shuffle(-2)
for image in everything:
    row = tf.reshape(image, (784,))  # hint: (784,)

# error[negative-dimension]: Variable would leave (-1, 2), and a size cannot be -1
rows = tf.Variable(np.zeros((2, 2)), shape=(-1, 2))
