import keras
from keras import layers

x = keras.Input(shape=(28, 28, 3))  # hint: (None, 28, 28, 3)
# error[strides-dilation]: Conv2D cannot have both strides and dilation_rate over 1.
y = layers.Conv2D(8, 3, strides=2, dilation_rate=2)(x)
# fix!: Use strides=1 — gives (None, 24, 24, 8)
#   => y = layers.Conv2D(8, 3, strides=1, dilation_rate=2)(x)
# fix: Use dilation_rate=1 — gives (None, 13, 13, 8)
#   => y = layers.Conv2D(8, 3, strides=2, dilation_rate=1)(x)
