import keras
from keras import layers

image = keras.Input((None, None, 1))
x = layers.Conv2D(8, 5)(image)
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(8, 3, dilation_rate=2)(x)
x = layers.AveragePooling2D(3, strides=2)(x)
x = layers.Conv2D(8, 3)(x)
model = keras.Model(image, layers.GlobalAveragePooling2D()(x))
