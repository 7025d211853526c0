import keras
from keras import layers

image = keras.Input((None, None, 3))
a = layers.Conv2D(8, 4, strides=2, padding="same")(image)
b = layers.Conv2D(8, 4, strides=4, padding="same")(a)
x = layers.Conv2DTranspose(8, 4, strides=4, padding="same")(b)
x = layers.Concatenate()([x, a])
x = layers.Conv2DTranspose(3, 4, strides=2, padding="same")(x)
model = keras.Model(image, x - image)
