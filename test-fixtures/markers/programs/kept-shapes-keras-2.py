"""The shapes that a layer of Keras 2 tells: of the first argument alone, and of what it gives as it gave it."""

from tensorflow import keras
from tensorflow.keras import layers

steps = keras.Input((6, 5))  # hint: (None, 6, 5)
other = keras.Input((4, 5))  # hint: (None, 4, 5)
attention = layers.AdditiveAttention()
outputs, scores = attention([steps, other], return_attention_scores=True)  # hint: (None, 6, 5), (None, 6, 4)
keras.Input(attention.output_shape[1][1:])  # hint: (None, 6, 4)
keras.Input(attention.input_shape[1][1:])  # hint: (None, 4, 5)
state = keras.Input((3,))  # hint: (None, 3)
recurrent = layers.SimpleRNN(3)
last = recurrent(steps, initial_state=state)  # hint: (None, 3)
twice = layers.Bidirectional(layers.GRU(3))  # argument: merge_mode="concat"
both = twice(steps, initial_state=[state, state])  # hint: (None, 6)
keras.Input(twice.input_shape[1])  # hint: (None, None, 3)
masked = layers.LSTM(3)
masked(steps, mask=keras.Input((6,), dtype="bool"))  # hint: (None, 3)
keras.Input(masked.input_shape[1:])  # hint: (None, 6, 5)
# A factor of two parts is no tuple of sizes.
contrast = layers.RandomContrast((0.1, 0.4))
factors = contrast.factor
