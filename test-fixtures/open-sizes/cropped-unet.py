import keras
from keras import layers

image = keras.Input((None, None, 1))
a = layers.Conv2D(4, 3)(image)
a = layers.Conv2D(4, 3)(a)
b = layers.MaxPooling2D(2)(a)
b = layers.Conv2D(8, 3)(b)
b = layers.Conv2D(8, 3)(b)
up = layers.Conv2DTranspose(4, 2, strides=2)(b)
x = layers.Concatenate()([up, layers.Cropping2D(4)(a)])
model = keras.Model(image, layers.Conv2D(1, 3)(x))
