import keras
from keras import layers

grey = keras.Input(shape=(28, 28))  # hint: (None, 28, 28)
# error[wrong-rank]: Conv2D takes an input of at least 4 dimensions, and this one has 3.
x = layers.Conv2D(8, 3)(grey)
# fix!: Give the input a channel axis — gives (None, 26, 26, 8)
#   => grey = keras.Input(shape=(28, 28, 1))
flat = layers.Flatten()(keras.Input((8, 8, 3)))  # hint: (None, 192)
# error[wrong-rank]: MaxPooling2D takes an input of 4 dimensions, and this one has 2.
y = layers.MaxPooling2D(2)(flat)
# error[wrong-rank]: LSTM takes an input of 3 dimensions, and this one has 2.
z = layers.LSTM(4)(flat)
