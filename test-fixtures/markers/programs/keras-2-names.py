"""What Keras 2 calls layers that Keras 3 calls otherwise: operators, and layers of `keras.applications`."""

import tensorflow as tf

image = tf.keras.Input((64, 64, 3))  # hint: (None, 64, 64, 3)
dense = tf.keras.applications.DenseNet121(weights=None, include_top=False, input_tensor=image)
first = dense.get_layer("conv1/relu").output  # hint: (None, 32, 32, 64)
mobile = tf.keras.applications.MobileNetV3Small(weights=None, include_top=False, input_shape=(64, 64, 3))
last = mobile.get_layer("Conv_1/BatchNorm").output  # hint: (None, 2, 2, 576)
grown = mobile.get_layer("expanded_conv_1/expand").output  # hint: (None, 16, 16, 72)

x = first + 1.0  # hint: (None, 32, 32, 64)
y = first + x  # hint: (None, 32, 32, 64)
z = (y // 2.0) - first  # hint: (None, 32, 32, 64)
model = tf.keras.Model(image, z)
sums = model.get_layer("tf.__operators__.add_28").output  # hint: (None, 32, 32, 64)
halves = model.get_layer("tf.compat.v1.floor_div").output  # hint: (None, 32, 32, 64)
