import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
#             ^^^^^ hover: (None, 28, 28, 1)
x = layers.Conv2D(16, (3, 3), activation="relu", padding="same")(image)  # hint: (None, 28, 28, 16)
#          ^^^^^^ hover: Conv2D — 
#          ^^^^^^ hover: (None, 28, 28, 1) → (None, 28, 28, 16) · float32
#          ^^^^^^ hover: 160 parameters · 3·3·1·16 + 16 = 160
#          ^^^^^^ hover: keras.io
#                 ^^ hover: filters of Conv2D is 16
#                                                ^^^^^^^ hover: one of "valid", "same"
#                                                                ^^^^^ hover: image is (None, 28, 28, 1) · float32 · from Input in line 4
x = layers.MaxPooling2D((2, 2), padding="same")(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
#          ^^^^^^^^^^^^ hover: ⌈28 / 2⌉ = 14
#          ^^^^^^^^^^^^ hover: strides is left out, so it is pool_size
#                                               ^ hover: x is (None, 28, 28, 16) · float32 · from Conv2D in line 6
x = layers.Conv2D(16, 3)(x)  # hint: (None, 12, 12, 16); window: 14→12; argument: padding="valid"
#          ^^^^^^ hover: Each position sees 8×8 of the input
x = layers.BatchNormalization()(x)  # hint: (None, 12, 12, 16)
#          ^^^^^^^^^^^^^^^^^^ hover: 64 parameters · 16 + 16 + 16 + 16 = 64 · 32 of them not trained
x = layers.Flatten()(x)  # hint: (None, 2304)
y = layers.Dense(10)(x)  # hint: (None, 10)
dense = layers.Dense(5)
#              ^^^^^ hover: (None, 10) → (None, 5)
z = dense(y)  # hint: (None, 5)
#   ^^^^^ hover: (None, 10) → (None, 5)
model = keras.Model(image, z)
#             ^^^^^ hover: parameters
n, wide = 3, [4, 5]
w = layers.Dense(n)(y)  # hint: (None, 3)
#                ^ hover: n is 3
