import keras
from keras import layers

x = keras.Input(shape=(128,))  # hint: (None, 128)
# error[reshape-count]: Reshape: the input has 128 elements in (128,), and (7, 7, 8) has 392.
y = layers.Reshape((7, 7, 8))(x)
# fix!: Reshape to (4, 4, 8) — gives (None, 4, 4, 8)
#   => y = layers.Reshape((4, 4, 8))(x)
# error[reshape-count]: Reshape: the 128 elements of (128,) do not divide by 10, so no -1 fits into (10, -1).
z = layers.Reshape((10, -1))(x)
w = layers.Reshape((-1, 8))(x)  # hint: (None, 16, 8)
