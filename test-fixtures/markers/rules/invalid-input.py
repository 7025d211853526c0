import keras
from keras import layers

a = keras.Input(shape=(4,))  # hint: (None, 4)
b = keras.Input(shape=(4,))  # hint: (None, 4)
# error[invalid-input]: Add takes a list of tensors, not a tensor.
x = layers.Add()(a)
# error[invalid-input]: Dense takes one tensor, and is called on 2 tensors.
y = layers.Dense(3)([a, b])
