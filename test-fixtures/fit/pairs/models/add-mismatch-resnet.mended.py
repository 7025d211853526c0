import keras
from keras import layers
def block(x, filters, stride=1):
    shortcut = x
    y = layers.Conv2D(filters, 3, strides=stride, padding='same')(x)
    y = layers.BatchNormalization()(y)
    y = layers.ReLU()(y)
    y = layers.Conv2D(filters, 3, padding='same')(y)
    if stride != 1 or x.shape[-1] != filters:
        shortcut = layers.Conv2D(filters, 1, strides=stride)(x)
    y = layers.Add()([shortcut, y])
    return layers.ReLU()(y)
inp = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding='same')(inp)
x = block(x, 16)
x = block(x, 32, 2)
model = keras.Model(inp, x)
