import keras
from keras import layers

x = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
# warning[shape-comment]: The comment says (7, 7, 1), and the tensor of line
x = layers.MaxPooling2D(2)(x)  # (7, 7, 1)  # hint: (None, 14, 14, 1); window: 28→14; argument: strides=(2, 2)
# fix!: Change the comment to (14, 14, 1)
#   => x = layers.MaxPooling2D(2)(x)  # (14, 14, 1)
x = layers.Conv2D(8, (3, 3))(x)  # (12, 12, 8)  # hint: (None, 12, 12, 8); window: 14→12; argument: padding="valid"
# warning[shape-comment]: The comment says (None, 12, 12, 8), and the tensor of line
x = layers.Conv2D(8, (3, 3))(x)  # -> (None, 12, 12, 8)  # hint: (None, 10, 10, 8); window: 12→10; argument: padding="valid"

# warning[shape-comment]: The comment says (9, 9, 8), and the tensor of line
# at this point the representation is (9, 9, 8)

x = layers.Flatten()(x)  # hint: (None, 800)
# (None, 10)
x = layers.Dense(10)(x)  # hint: (None, 10)
x = layers.Dense(5)(x)  # a kernel of (10, 5)  # hint: (None, 5)
# x = layers.Reshape((4, 4, 8))(x)
