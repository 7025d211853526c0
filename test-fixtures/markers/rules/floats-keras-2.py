"""What computes with floats in Keras 2 refuses ints; a leaky ReLU without a slope keeps them."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

whole = keras.Input((4, 8), dtype="int32")  # hint: (None, 4, 8)
kept = layers.LeakyReLU(alpha=0)(whole)  # hint: (None, 4, 8)
# error[incompatible-dtypes]: Activation takes floats, and its input is int32.
bent = layers.Activation(keras.activations.tanh)(whole)
# error[incompatible-dtypes]: gelu computes with floats, and is given int32.
data = keras.activations.gelu(tf.constant([1, 2]))
# error[incompatible-dtypes]: GroupNormalization takes floats, and its input is int32.
grouped = layers.GroupNormalization(groups=2)(whole)
# With one size that is open, none is known behind a dilated window, and none is too small.
open_ = layers.DepthwiseConv2D(5, dilation_rate=(2, 3))(keras.Input((None, 6, 16)))  # hint: (None, None, None, 16); argument: padding="valid"
# error[invalid-argument]: fill_value of RandomZoom must be a number, not '1.0'.
zoomed = layers.RandomZoom(0.2, fill_value="1.0")(keras.Input((8, 8, 3)))

# A stateful layer is called step by step, and all that it gives is put together.
lstm = layers.LSTM(16, return_sequences=True, return_state=True, stateful=True)
steps = layers.TimeDistributed(lstm)(keras.Input((5, None, 1), batch_size=8))  # hint: (8, 5, None, 16), (8, 5, 16), (8, 5, 16)
