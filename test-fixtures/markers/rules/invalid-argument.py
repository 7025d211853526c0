import keras
from keras import layers

x = keras.Input(shape=(28, 28, 3))  # hint: (None, 28, 28, 3)
# error[invalid-argument]: padding of Conv2D must be one of 'valid', 'same', not 'sames'.
a = layers.Conv2D(8, 3, padding="sames")(x)
# fix!: Use padding="same" — gives (None, 28, 28, 8)
#   => a = layers.Conv2D(8, 3, padding="same")(x)
# error[invalid-argument]: Conv2D has no argument stride.
b = layers.Conv2D(8, 3, stride=2)(x)
# fix!: Rename stride to strides — gives (None, 13, 13, 8)
#   => b = layers.Conv2D(8, 3, strides=2)(x)
# fix: Remove stride
#   => b = layers.Conv2D(8, 3)(x)
# error[invalid-argument]: Conv2D missing 1 required positional argument: 'kernel_size'.
c = layers.Conv2D(8)(x)
# error[invalid-argument]: units of Dense must be a positive int, not 8.5.
d = layers.Dense(8.5)(x)
# error[invalid-argument]: filters of Conv2D must be at least 1, not 0.
e = layers.Conv2D(0, 3)(x)
# error[invalid-argument]: Dense has no argument unit.
f = layers.Dense(units=4, unit=5)(x)
# error[invalid-argument]: kernel_initializer of Dense must be the name of an initializer, or an initializer, not 'he'.
g = layers.Dense(4, kernel_initializer="he")(x)
# fix!: Use kernel_initializer="he_normal" — gives (None, 28, 28, 4)
#   => g = layers.Dense(4, kernel_initializer="he_normal")(x)
# fix: Use kernel_initializer="he_uniform" — gives (None, 28, 28, 4)
#   => g = layers.Dense(4, kernel_initializer="he_uniform")(x)
# error[invalid-argument]: activation of Dense must be the name of an activation or a function, not 'leaky'.
h = layers.Dense(4, activation="leaky")(x)
# fix!: Use activation="leaky_relu" — gives (None, 28, 28, 4)
#   => h = layers.Dense(4, activation="leaky_relu")(x)
