import keras
from keras import layers

image = keras.Input((None, None, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.MaxPooling2D(2, padding="same")(a)
c = layers.MaxPooling2D(2, padding="same")(b)
x = layers.UpSampling2D(2)(c)
x = layers.Add()([layers.Conv2D(8, 1)(x), b])
x = layers.UpSampling2D(2)(x)
model = keras.Model(image, layers.Add()([x, a]))
