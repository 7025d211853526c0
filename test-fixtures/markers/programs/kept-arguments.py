"""What layers keep of their arguments, told by reshapes: None that stands for something, and what is set later."""

import keras
from keras import layers

image = keras.Input((8, 8, 4))  # hint: (None, 8, 8, 4)
steps = keras.Input((6, 5))  # hint: (None, 6, 5)
pool = layers.MaxPooling2D()
keras.Input((len(pool.data_format), 1))  # hint: (None, 13, 1)
attention = layers.MultiHeadAttention(2, 3)
y = attention(steps, steps)  # hint: (None, 6, 5)
# Its value_dim is key_dim, and it made a Softmax and a Dropout for itself.
size = attention.value_dim
z = keras.Input((size if size is None else 1, 1))  # hint: (None, ?, 1)
names = layers.Dropout(0.1).name, layers.Softmax().name
keras.Input((len(names[0]), len(names[1])))  # hint: (None, 9, 9)
texts = layers.TextVectorization()
keras.Input((len(layers.StringLookup().name),))  # hint: (None, 15)
layers.RandAugment()
keras.Input((len(layers.Equalization().name), len(layers.RandomHue(0.1).name)))  # hint: (None, 14, 10)
dot = layers.Dot(axes=2)
keras.Input((dot.axes, 1))  # hint: (None, 2, 1)
hashing = layers.Hashing(3)
keras.Input((len(hashing.dtype), 1))  # hint: (None, ?, 1)
recurrent = layers.LSTM(3)
recurrent(steps)  # hint: (None, 3)
# A generator's state is a variable, too.
keras.Input((len(recurrent.weights), len(recurrent.variables)))  # hint: (None, 3, ?)
