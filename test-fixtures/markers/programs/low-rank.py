"""`enable_lora` leaves the large weight as it is, and adds two small ones that are trained."""

import keras
from keras import layers

x = keras.Input((16,))  # hint: (None, 16)
dense = layers.Dense(32, name="dense")
y = dense(x)  # hint: (None, 32)
assert dense.count_params() == 544
dense.enable_lora(4)
assert [dense.count_params(), len(dense.trainable_weights), len(dense.non_trainable_weights)] == [736, 3, 1]
conv = layers.Conv2D(8, 3, padding="same")
c = conv(keras.Input((9, 9, 3)))  # hint: (None, 9, 9, 8)
conv.enable_lora(rank=2)
table = layers.Embedding(100, 16)
t = table(keras.Input((5,)))  # hint: (None, 5, 16)
table.enable_lora(2)
z = layers.Dense(table.count_params() // 100)(x)  # hint: (None, 18)
z = layers.Dense(conv.count_params() - 224)(x)  # hint: (None, 70)
z = layers.Dense(dense.count_params() - 700)(x)  # hint: (None, 36)
# error[invalid-argument]: low-rank weights already
dense.enable_lora(4)
model = keras.Sequential([layers.Dense(4)])  # hint: (None, 4)
model.quantize("int8")
q = model(x)  # hint: (None, 4)
