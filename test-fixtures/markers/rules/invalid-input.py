import keras
from keras import layers

a = keras.Input(shape=(4,))  # hint: (None, 4)
b = keras.Input(shape=(4,))  # hint: (None, 4)
words = keras.Input(shape=(5, 4))  # hint: (None, 5, 4)
# error[invalid-input]: Add takes a list of tensors, not a tensor.
x = layers.Add()(a)
# error[invalid-input]: Dense takes one tensor, and is called on 2 tensors.
y = layers.Dense(3)([a, b])
# error[invalid-input]: MultiHeadAttention is called on None as value.
scores = layers.MultiHeadAttention(2, 3)(query=words, value=None)
# error[invalid-input]: MultiHeadAttention is called on None as query.
nothing = layers.MultiHeadAttention(2, 3)(query=None, value=None, key=None)
same = layers.MultiHeadAttention(2, 3)(words, words, None)  # hint: (None, 5, 4)
