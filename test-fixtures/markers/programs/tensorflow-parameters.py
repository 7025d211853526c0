"""Parameters of TensorFlow's functions by their own names."""

import tensorflow as tf

image = tf.zeros((4, 4, 3))  # hint: (4, 4, 3)
grey = tf.image.rgb_to_grayscale(images=image)  # hint: (4, 4, 1)
color = tf.image.grayscale_to_rgb(images=grey)  # hint: (4, 4, 3)
bright = tf.image.adjust_contrast(images=color, contrast_factor=2.0)  # hint: (4, 4, 3)
soft = tf.nn.softplus(features=bright)  # hint: (4, 4, 3)
matrix = tf.linalg.diag(tf.ones((2, 3)), k=1)  # hint: (2, 4, 4)
diagonal = tf.linalg.diag_part(matrix, k=-1)  # hint: (2, 3)
turned = tf.linalg.matrix_transpose(a=matrix, conjugate=True)  # hint: (2, 4, 4)
inverse = tf.linalg.inv(matrix, adjoint=True)  # hint: (2, 4, 4)
half = tf.linalg.tensor_diag_part(tf.zeros((2, 3, 2, 3)))  # hint: (2, 3)
line = tf.linspace([0.0, 5.0], [10.0, 40.0], 5, axis=-1)  # hint: (2, 5)
total = tf.math.accumulate_n([line, line], shape=[2, 5], tensor_dtype=tf.float32)  # hint: (2, 5)
short = tf.constant([1, 2], shape=(2))  # hint: (2,)
waves = tf.signal.fft(input=tf.zeros((3,), tf.complex64))  # hint: (3,)
each = tf.map_fn(lambda t: tf.range(t, t + 3), tf.constant([3, 5, 2]))  # hint: (3, ?)
