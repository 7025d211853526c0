import keras
from keras import layers
image = keras.Input((32, 32, 3))
a = layers.Conv2D(8, 3)(image)
b = layers.Conv2D(8, 3, padding="same")(image)
c = layers.Add()([a, b])
