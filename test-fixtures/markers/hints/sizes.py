import keras
from keras import layers

image = keras.Input((None, None, 3))  # hint: (None, None, None, 3); sizes: h, w: multiples of 4
#             ^^^^^ hover: h, w: multiples of 4; the smallest that fits is 4
#             ^^^^^ hover: else Concatenate in line 14 gets 4·⌊h/4⌋ and h
a = layers.Conv2D(8, 3, padding="same")(image)  # hint: (None, None, None, 8)
x = layers.MaxPooling2D(2, strides=2, padding="valid")(a)  # hint: (None, None, None, 8)
b = layers.Conv2D(8, 3, padding="same")(x)  # hint: (None, None, None, 8)
x = layers.MaxPooling2D(2, strides=2, padding="valid")(b)  # hint: (None, None, None, 8)
x = layers.UpSampling2D(2)(x)  # hint: (None, None, None, 8)
x = layers.Concatenate()([x, b])  # hint: (None, None, None, 16)
x = layers.UpSampling2D(2)(x)  # hint: (None, None, None, 16)
x = layers.Concatenate()([x, a])  # hint: (None, None, None, 24)
#          ^^^^^^^^^^^ hover: Gets 4·⌊h/4⌋ and h, which agree only for h: multiples of 4.

small = keras.Input((None, None, 3))  # hint: (None, None, None, 3); sizes: h, w: at least 5
#             ^^^^^ hover: a smaller h leaves nothing to Conv2D in line 19
y = layers.Conv2D(8, 5, padding="valid")(small)  # hint: (None, None, None, 8)

any_size = keras.Input((None, None, 3))  # hint: (None, None, None, 3)
y = layers.Conv2D(8, 5, padding="same")(any_size)  # hint: (None, None, None, 8)

patches = keras.Input((None, None, 3))  # hint: (None, None, None, 3); sizes: h, w: at least 2
y = layers.MaxPooling2D(2, strides=2, padding="valid")(patches)  # hint: (None, None, None, 3)
y = layers.Reshape((-1, 3))(y)  # hint: (None, None, 3)
