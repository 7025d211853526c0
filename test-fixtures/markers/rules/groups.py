import keras
from keras import layers

x = keras.Input(shape=(28, 28, 6))  # hint: (None, 28, 28, 6)
# error[groups]: The 6 input channels of Conv2D do not divide into 4 groups.
y = layers.Conv2D(8, 3, groups=4)(x)
# fix!: Use groups=2 — gives (None, 26, 26, 8)
#   => y = layers.Conv2D(8, 3, groups=2)(x)
# error[groups]: The 9 filters of Conv2D do not divide into 2 groups.
z = layers.Conv2D(9, 3, groups=2)(x)

# error[groups]: The 9 filters of Conv2D do not divide into inf groups.
endless = layers.Conv2D(9, 3, groups=1e400)(x)
