import keras
from keras import layers

image = keras.Input((None, None, 1))
x = layers.MaxPooling2D(3, strides=2)(image)
x = layers.Conv2DTranspose(1, 3, strides=2)(x)
model = keras.Model(image, layers.Add()([x, image]))
