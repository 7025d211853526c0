"""Patches of an image as a sequence, with attention among them: any size that leaves a patch."""
import keras
from keras import layers

image = keras.Input((None, None, 3))
patches = layers.Conv2D(16, 4, strides=4)(image)
tokens = layers.Reshape((-1, 16))(patches)
mixed = layers.MultiHeadAttention(2, 8)(tokens, tokens)
tokens = layers.LayerNormalization()(layers.Add()([tokens, mixed]))
model = keras.Model(image, layers.GlobalAveragePooling1D()(tokens))
