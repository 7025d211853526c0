# Before Keras 3 the `input` of an input layer is its tensor.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input((4,), name="image")  # hint: (None, 4)
label = layers.Dense(3, name="label")(image)  # hint: (None, 3)
model = keras.Model(image, label)
part = keras.Model(model.get_layer("image").input, model.get_layer("label").output)
y = part(tf.zeros((2, 4)))  # hint: (2, 3)
