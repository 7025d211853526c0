import keras
from keras import layers

x = keras.Input(shape=(26, 26, 32))  # hint: (None, 26, 26, 32)
# error[negative-dimension]: Conv2D: kernel 40 is larger than 26.
y = layers.Conv2D(8, 40)(x)
# fix!: Add padding="same" — gives (None, 26, 26, 8)
#   => y = layers.Conv2D(8, 40, padding="same")(x)
# error[negative-dimension]: MaxPooling2D: pool 30 is larger than 26.
z = layers.MaxPooling2D(30)(x)
# the layer is made here and called there: Keras raises at the call
conv = layers.Conv2D(8, kernel_size=27)
# error[negative-dimension]: Conv2D: kernel 27 is larger than 26.
w = conv(x)
model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),  # hint: (None, 28, 28, 1)
        layers.Conv2D(32, 3),  # hint: (None, 26, 26, 32); window: 28→26; argument: padding="valid"
        layers.MaxPooling2D(),  # hint: (None, 13, 13, 32); window: 26→13; argument: pool_size=(2, 2), strides=(2, 2)
        # error[negative-dimension]: Conv2D: kernel 15 is larger than 13.
        layers.Conv2D(64, 15),
        layers.Flatten(),  # hint: (None, ?)
        layers.Dense(10),  # hint: (None, 10)
    ]
)
