"""Layers of the program itself, and a function in a Lambda."""
import keras
from keras import layers


class Squeeze(layers.Layer):
    def __init__(self):
        super().__init__()
        self.down = layers.Conv2D(8, 3, strides=3)
        self.up = layers.Conv2DTranspose(3, 3, strides=3)

    def call(self, inputs):
        return inputs + self.up(self.down(inputs))


image = keras.Input((None, None, 3))
x = Squeeze()(image)
x = layers.Lambda(lambda tensor: tensor * 2.0)(x)
model = keras.Model(image, layers.GlobalMaxPooling2D()(x))
