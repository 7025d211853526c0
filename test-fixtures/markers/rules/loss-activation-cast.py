import numpy as np
import keras
from keras import layers

inputs = keras.Input((784,))  # hint: (None, 784)
outputs = layers.Dense(10, activation="softmax")(inputs)  # hint: (None, 10)
# It is there for the element type.
cast = layers.Activation("linear", dtype="float32")(outputs)  # hint: (None, 10)
model = keras.Model(inputs, cast)
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.zeros((9, 784)), np.zeros(9))

logits = keras.Model(inputs, layers.Activation("linear")(layers.Dense(10)(inputs)))  # hint: (None, 10)
logits.compile(loss="sparse_categorical_crossentropy")
# warning[loss-activation]: sparse_categorical_crossentropy takes the outputs for probabilities, and the last layer has no activation.
logits.fit(np.zeros((9, 784)), np.zeros(9))
