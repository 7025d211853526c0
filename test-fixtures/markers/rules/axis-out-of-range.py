import keras
from keras import layers

x = keras.Input(shape=(28, 8))  # hint: (None, 28, 8)
# error[axis-out-of-range]: LayerNormalization normalizes axis 3, which (None, 28, 8) does not have.
y = layers.LayerNormalization(axis=3)(x)
