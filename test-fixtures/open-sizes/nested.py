"""A model with a merge inside of another one, behind a window that shortens what it gets."""
import keras
from keras import layers

# No size is put in here: the model takes what it is given.
any_size = {}.get("size")
inner_image = keras.Input((any_size, any_size, 8))
half = layers.MaxPooling2D(2)(inner_image)
back = layers.UpSampling2D(2)(half)
inner = keras.Model(inner_image, layers.Concatenate()([inner_image, back]))

image = keras.Input((None, None, 3))
x = layers.Conv2D(8, 3)(image)
x = inner(x)
tail = keras.Sequential([layers.MaxPooling2D(2), layers.Conv2D(4, 3)])
model = keras.Model(image, tail(x))
