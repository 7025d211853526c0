"""What single numbers that are tensors compare to decides a branch, where TensorFlow runs at once."""

import tensorflow as tf
from tensorflow import keras

rates = [rate for rate in tf.linspace(0.0, 0.3, 4)]  # hint: (4,)
layers = [keras.layers.Dropout(0.5) if rate > 0.0 else keras.layers.Dense(3) for rate in rates]  # hint: ()
keras.Input((sum(isinstance(layer, keras.layers.Dense) for layer in layers), 2))  # hint: (None, 1, 2)
size = tf.constant(3)  # hint: ()
keras.Input((5 if size >= 3 else 6,))  # hint: (None, 5)
